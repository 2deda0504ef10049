//! The state all requests share, and the map of the addresses.

use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};

use axum::{Router, middleware};
use rekey_site::Site;

use crate::database::Database;
use crate::fault::FaultScript;
use crate::settings::Settings;
use crate::truth_log::TruthLog;
use crate::{Options, apinizer, connection, control, cross_origin, exchange, openapi, site, thousandeyes, zstack};

/// Everything a request may need.
#[derive(Debug)]
pub(crate) struct Application {
    pub(crate) options: Options,
    pub(crate) database: Database,
    pub(crate) faults: FaultScript,
    pub(crate) log: TruthLog,
    pub(crate) thousand_eyes_limits: thousandeyes::Limits,
    pub(crate) site: Option<Site>,
    settings: Mutex<Settings>,
}

impl Application {
    /// Opens the database; everything else starts empty.
    pub(crate) fn open(options: Options) -> Result<Arc<Self>, Box<dyn Error + Send + Sync>> {
        Ok(Arc::new(Self {
            database: Database::open(&options.storage, options.records)?,
            faults: FaultScript::default(),
            log: TruthLog::default(),
            thousand_eyes_limits: thousandeyes::Limits::default(),
            site: site::of(&options),
            settings: Mutex::new(initial_settings(&options)),
            options,
        }))
    }

    /// How the vendors answer at the moment.
    pub(crate) fn settings(&self) -> Settings {
        *self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes how the vendors answer from the next request on.
    pub(crate) fn change_settings(&self, change: impl FnOnce(Settings) -> Settings) -> Settings {
        let mut settings = self.settings.lock().unwrap_or_else(PoisonError::into_inner);
        *settings = change(*settings);
        *settings
    }

    /// Demo data, default settings, no faults, an empty log.
    pub(crate) fn reset(&self, additional: u32) -> rusqlite::Result<()> {
        self.faults.replace(Vec::new());
        self.thousand_eyes_limits.reset();
        self.change_settings(|_| initial_settings(&self.options));
        self.database.reset(additional)?;
        self.log.clear();
        Ok(())
    }
}

fn initial_settings(options: &Options) -> Settings {
    Settings { generation: options.generation, ..Settings::default() }
}

/// Every address of the sandbox. A new vendor is one more `nest` of a router in [`vendor`].
pub(crate) fn router(application: Arc<Application>) -> Router {
    let apinizer = vendor(apinizer::router(), &application);
    let thousandeyes = vendor(thousandeyes::router(&application), &application);
    let thousandeyes_6 = vendor(thousandeyes::version_6(&application), &application);
    let thousandeyes_7 = vendor(thousandeyes::version_7(&application), &application);
    let zstack = vendor(zstack::router(), &application);
    Router::new()
        .nest("/apinizer/apiops", apinizer.clone())
        .nest("/apiops", apinizer)
        .nest("/thousandeyes", thousandeyes)
        .nest("/v6", thousandeyes_6)
        .nest("/v7", thousandeyes_7)
        .nest("/zstack/api/v1", zstack.clone())
        .nest("/api/v1", zstack)
        .nest("/_sandbox", control::router())
        .merge(openapi::router())
        .fallback(site::answer)
        .layer(middleware::from_fn_with_state(Arc::clone(&application), connection::close_after_answer))
        .with_state(application)
}

/// A vendor's API as the outside meets it: logged, exposed to faults, callable from the origin `--cors` names.
fn vendor(routes: Router<Arc<Application>>, application: &Arc<Application>) -> Router<Arc<Application>> {
    let state = || Arc::clone(application);
    routes
        .layer(middleware::from_fn_with_state(state(), cross_origin::answer_preflight))
        .layer(middleware::from_fn_with_state(state(), exchange::play))
        .layer(middleware::from_fn_with_state(state(), cross_origin::allow_origin))
}
