use std::path::PathBuf;
use std::time::{Duration, SystemTime};
use std::{env, fs, process};

use super::{Kept, assets, kept};

/// A folder that goes away with the test.
struct Folder(PathBuf);

impl Folder {
    /// A release with these assets, each with a compressed copy.
    fn release(test: &str, number: u8, assets: &[&str]) -> Self {
        let path = env::temp_dir().join(format!("rekey-releases-{}-{test}-{number}", process::id()));
        fs::create_dir_all(path.join("assets")).unwrap();
        for asset in assets {
            for ending in ["", ".br"] {
                fs::write(path.join(format!("assets/{asset}{ending}")), format!("{number}{ending}")).unwrap();
            }
        }
        Self(path)
    }

    fn text(&self, asset: &str) -> Option<String> {
        fs::read_to_string(self.0.join("assets").join(asset)).ok()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn day(number: u64) -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_hours(24 * (20_000 + number))
}

#[test]
fn assets_stay_for_thirty_days_after_they_were_replaced_w14() {
    let first = Folder::release("days", 1, &["a.js", "same.css"]);
    let second = Folder::release("days", 2, &["b.js", "same.css"]);
    Kept::read(&first.0, day(0)).unwrap().write(&second.0).unwrap();
    assert_eq!((second.text("a.js"), second.text("a.js.br")), (Some("1".to_owned()), Some("1.br".to_owned())));
    assert_eq!(second.text("same.css"), Some("2".to_owned()));
    assert_eq!(kept(&second.0).unwrap().into_keys().collect::<Vec<_>>(), ["a.js"]);

    let third = Folder::release("days", 3, &["c.js"]);
    Kept::read(&second.0, day(30)).unwrap().write(&third.0).unwrap();
    assert_eq!(assets(&third.0).unwrap(), ["c.js", "b.js", "same.css", "a.js"]);

    let fourth = Folder::release("days", 4, &["d.js"]);
    Kept::read(&third.0, day(31)).unwrap().write(&fourth.0).unwrap();
    assert_eq!(assets(&fourth.0).unwrap(), ["d.js", "c.js", "b.js", "same.css"]);
}

#[test]
fn an_asset_that_comes_back_is_one_of_the_new_release() {
    let first = Folder::release("back", 1, &["a.js"]);
    let second = Folder::release("back", 2, &["b.js"]);
    Kept::read(&first.0, day(0)).unwrap().write(&second.0).unwrap();
    let third = Folder::release("back", 3, &["a.js"]);
    Kept::read(&second.0, day(1)).unwrap().write(&third.0).unwrap();
    assert_eq!(kept(&third.0).unwrap().into_keys().collect::<Vec<_>>(), ["b.js"]);
    assert_eq!(assets(&third.0).unwrap(), ["a.js", "b.js"]);
}

#[test]
fn a_release_may_be_replaced_in_its_own_folder() {
    let folder = Folder::release("same", 1, &["a.js"]);
    let earlier = Kept::read(&folder.0, day(0)).unwrap();
    fs::remove_dir_all(&folder.0).unwrap();
    drop(fs::create_dir_all(folder.0.join("assets")));
    fs::write(folder.0.join("assets/b.js"), "2").unwrap();
    earlier.write(&folder.0).unwrap();
    assert_eq!(assets(&folder.0).unwrap(), ["b.js", "a.js"]);
}

/// As `configure` does with a folder that is configured for a second host.
#[test]
fn a_folder_may_keep_the_assets_of_two_releases() {
    let [first, second] = [1, 2].map(|number| Folder::release("two", number, &[&format!("{number}.js")]));
    let third = Folder::release("two", 3, &["c.js"]);
    Kept::read(&first.0, day(0)).unwrap().write(&third.0).unwrap();
    Kept::read(&second.0, day(1)).unwrap().write(&third.0).unwrap();
    assert_eq!(kept(&third.0).unwrap().into_keys().collect::<Vec<_>>(), ["1.js", "2.js"]);
    assert_eq!(assets(&third.0).unwrap(), ["c.js", "2.js", "1.js"]);
}

#[test]
fn what_is_no_release_is_named() {
    let error = Kept::read(&env::temp_dir().join("rekey-no-release"), day(0)).err().unwrap();
    assert!(format!("{error:#}").contains("rekey-no-release"), "{error:#}");
}
