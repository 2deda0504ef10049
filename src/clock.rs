//! The browser's clock, zone and way of writing dates. The core reads none of them; they are passed in.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use rekey_core::draft::Clock;
use rekey_core::session::Moment;
use rekey_core::timestamp::{LocalDateTime, Timestamp};
use wasm_bindgen::JsValue;

use crate::text;

thread_local! {
    static FORMATS: RefCell<Option<Formats>> = const { RefCell::new(None) };
}

/// What writes dates in one language. Each is made once: making one takes longer than all the dates on a screen.
struct Formats {
    language: &'static str,
    here: Function,
    utc: Function,
    relative: Intl::RelativeTimeFormat,
}

/// The zone that a moment is written in.
#[derive(Clone, Copy)]
enum Zone {
    Here,
    Utc,
}

/// The present moment by this computer's clock.
pub fn now() -> Timestamp {
    from_milliseconds(Date::now()).unwrap_or_else(epoch)
}

/// Milliseconds of the page's clock, for ages and for moments that are shown. It may be set while the page is open.
pub fn milliseconds() -> f64 {
    Date::now()
}

/// Milliseconds of a clock that nobody sets and that never goes back, for waits (X33).
pub fn steady() -> f64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or_else(Date::now, |performance| performance.now())
}

/// What both clocks show (S-14).
pub fn moment() -> Moment {
    Moment { steady: steady(), wall: Date::now() }
}

/// Runs something that needs to know the time and the zone.
pub fn with_clock<T>(run: impl FnOnce(&Clock<'_>) -> T) -> T {
    run(&Clock { now: now(), resolve: &resolve, local: &local })
}

/// The name of the browser's zone, such as `Europe/Istanbul`.
pub fn zone() -> String {
    let options = Intl::DateTimeFormat::new(&js_sys::Array::new(), &Object::new()).resolved_options();
    let zone = Reflect::get(&options, &"timeZone".into()).ok().and_then(|zone| zone.as_string());
    zone.unwrap_or_else(|| "UTC".to_owned())
}

/// Date and time in the browser's zone, as the language that is spoken writes them (UX-56).
pub fn here(moment: Timestamp) -> String {
    format(moment, Zone::Here)
}

/// Date and time in UTC, with the zone's name.
pub fn utc(moment: Timestamp) -> String {
    std::format!("{} UTC", format(moment, Zone::Utc))
}

/// The time of day in the browser's zone, from milliseconds.
pub fn time(milliseconds: f64) -> String {
    Date::new(&JsValue::from_f64(milliseconds)).to_locale_time_string(text::language_tag()).into()
}

/// The same without the seconds.
pub fn minute(milliseconds: f64) -> String {
    let options = Object::new();
    for part in ["hour", "minute"] {
        let _ = Reflect::set(&options, &part.into(), &"2-digit".into());
    }
    Date::new(&JsValue::from_f64(milliseconds)).to_locale_string(text::language_tag(), &options).into()
}

/// How far away a moment is, in words: "in 7 days", "19 days ago".
pub fn relative(moment: Timestamp) -> String {
    const HOUR: i64 = 3_600_000;
    let distance = moment.milliseconds() - now().milliseconds();
    let (count, unit) = match distance.abs() {
        far if far >= 48 * HOUR => (distance / (24 * HOUR), "day"),
        near if near >= HOUR => (distance / HOUR, "hour"),
        _ => (distance / 60_000, "minute"),
    };
    #[allow(clippy::cast_precision_loss, reason = "a count of days or hours")]
    let formatted = with_formats(|formats| formats.relative.format(count as f64, unit));
    formatted.into()
}

fn format(moment: Timestamp, zone: Zone) -> String {
    #[allow(clippy::cast_precision_loss, reason = "the years 1 to 9999 fit into 53 bits of milliseconds")]
    let date = JsValue::from_f64(moment.milliseconds() as f64);
    let written = with_formats(|formats| {
        let format = match zone {
            Zone::Here => &formats.here,
            Zone::Utc => &formats.utc,
        };
        format.call1(&JsValue::NULL, &date)
    });
    written.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// Makes the formats of the language that is spoken, which takes a few milliseconds, while there is time for it.
pub fn prepare() {
    with_formats(|_| ());
}

/// Uses the formats of the language that is spoken.
fn with_formats<T>(run: impl FnOnce(&Formats) -> T) -> T {
    let language = text::language_tag();
    FORMATS.with_borrow_mut(|known| {
        if known.as_ref().is_none_or(|formats| formats.language != language) {
            *known = None;
        }
        run(known.get_or_insert_with(|| Formats::new(language)))
    })
}

impl Formats {
    fn new(language: &'static str) -> Self {
        let languages = Array::of1(&language.into());
        let date = |zone: Option<&str>| {
            let options = Object::new();
            let set = |key: &str, value: &str| drop(Reflect::set(&options, &key.into(), &value.into()));
            set("dateStyle", "medium");
            set("timeStyle", "short");
            if let Some(zone) = zone {
                set("timeZone", zone);
            }
            Intl::DateTimeFormat::new(&languages, &options).format()
        };
        let relative = Intl::RelativeTimeFormat::new(&languages, &Object::new());
        Self { language, here: date(None), utc: date(Some("UTC")), relative }
    }
}

fn resolve(local: LocalDateTime) -> Option<Timestamp> {
    let date = Date::new_with_year_month_day_hr_min_sec(
        local.year.into(),
        i32::from(local.month) - 1,
        local.day.into(),
        local.hour.into(),
        local.minute.into(),
        local.second.into(),
    );
    from_milliseconds(date.get_time())
}

fn local(moment: Timestamp) -> LocalDateTime {
    #[allow(clippy::cast_precision_loss, reason = "the years 1 to 9999 fit into 53 bits of milliseconds")]
    let date = Date::new(&JsValue::from_f64(moment.milliseconds() as f64));
    let small = |value: u32| u8::try_from(value).unwrap_or_default();
    LocalDateTime {
        year: u16::try_from(date.get_full_year()).unwrap_or_default(),
        month: small(date.get_month() + 1),
        day: small(date.get_date()),
        hour: small(date.get_hours()),
        minute: small(date.get_minutes()),
        second: small(date.get_seconds()),
    }
}

fn from_milliseconds(milliseconds: f64) -> Option<Timestamp> {
    #[allow(clippy::cast_possible_truncation, reason = "a saturating cast; what is out of range is refused next")]
    let whole = milliseconds as i64;
    (!milliseconds.is_nan()).then(|| Timestamp::from_milliseconds(whole)).flatten()
}

fn epoch() -> Timestamp {
    LocalDateTime { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0 }.as_utc()
}
