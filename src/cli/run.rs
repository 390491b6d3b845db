//! One run: the common options, where the store is, and who signs in.

use core::net::IpAddr;
use std::io::Write;
use std::path::PathBuf;

use directories::ProjectDirs;
use serde_json::Value;
use zeroize::Zeroizing;

use super::args::{Common, JournalSub, Sub};
use super::failure::{Done, Failure};
use super::out::Out;
use super::secret;
use crate::domain::catalogue::Catalogue;
use crate::domain::time::Time;
use crate::service::{Console, Opening, ServiceError, Settings, SignInFault, is_unclaimed};
use crate::text::{self, Here, Texts, minute};

/// One run of the program.
pub struct Run<'a> {
    /// The sentences.
    pub texts: &'a Texts,
    /// The common options.
    pub common: Common,
    /// Standard output.
    pub out: Out,
}

impl<'a> Run<'a> {
    /// A run with these options.
    pub fn new(texts: &'a Texts, common: Common) -> Self {
        Self { texts, common, out: Out::new() }
    }

    /// Everything that can be granted.
    pub fn catalogue(&self) -> &'static Catalogue {
        Catalogue::builtin()
    }

    /// What the kiosk does not do: run a command that the client sends, make or claim a store, act without an account.
    pub fn kiosk_gate(&self, sub: Option<&Sub>) -> Done {
        if !self.common.kiosk {
            return Ok(());
        }
        if std::env::var_os("SSH_ORIGINAL_COMMAND").is_some_and(|command| !command.is_empty()) {
            return Err(Failure::own(3, "kiosk.command"));
        }
        match sub {
            Some(Sub::Init(_) | Sub::Demo(_) | Sub::Recover | Sub::Restore(_)) => {
                Err(Failure::own(3, "kiosk.not_here"))
            }
            _ => Ok(()),
        }
    }

    /// Refuses `--dry-run` where something would be written all the same.
    pub fn no_dry_run(&self) -> Done {
        if self.common.dry_run { Err(Failure::usage("usage.dry_run")) } else { Ok(()) }
    }

    /// The store that was named, on the command line or in the environment; in the kiosk the environment says nothing.
    pub fn store_named(&self) -> Option<PathBuf> {
        let named = self.common.store.clone();
        named.or_else(|| {
            let variable = if self.common.kiosk { None } else { std::env::var_os("GUICHET_STORE") };
            variable.filter(|path| !path.is_empty()).map(PathBuf::from)
        })
    }

    /// Where the store is: as named, else in the user's data directory; in the kiosk it has to be named, for the client
    /// says where that directory is (S-97).
    pub fn store(&self) -> Done<PathBuf> {
        if self.common.kiosk {
            return self.store_named().ok_or(Failure::usage("usage.kiosk_store"));
        }
        let usual = || ProjectDirs::from("", "", "guichet").map(|dirs| dirs.data_dir().join("guichet.db"));
        self.store_named().or_else(usual).ok_or(Failure::usage("usage.store"))
    }

    /// How the store at a place is opened.
    pub fn settings_at(&self, store: PathBuf) -> Settings {
        Settings { peer: peer(), kiosk: self.common.kiosk, ..Settings::new(store) }
    }

    /// Opens the store and signs in; a temporary password has to be changed first.
    pub fn signed_in(&self) -> Done<Console> {
        let password = || secret::current(self.texts, &self.common);
        let (console, must_change) = self.prove(password)?;
        if must_change { Err(ServiceError::SignIn(SignInFault::MustChange).into()) } else { Ok(console) }
    }

    /// Opens the store and signs in; says whether the password has to be changed first. The password is asked for once
    /// the store is known to be there.
    pub fn prove(&self, password: impl FnOnce() -> Done<Zeroizing<String>>) -> Done<(Console, bool)> {
        let store = self.store()?;
        let mut console = Console::open(self.settings_at(store.clone()))?;
        let username = self.common.username.as_deref().ok_or(Failure::usage("usage.who"))?;
        let password = password()?;
        match console.sign_in_headless(username, &password) {
            Ok(welcome) => {
                self.warn(welcome.put_back_from);
                Ok((console, welcome.must_change))
            }
            // Nobody can sign in where nobody owns the store yet; that is no secret.
            Err(_) if is_unclaimed(&store, Opening::default())? => Err(Failure::own(6, "store.unclaimed")),
            Err(error) => Err(error.into()),
        }
    }

    /// Says on standard error that the clock was put back (S-49); programs are told by `doctor`.
    fn warn(&self, put_back_from: Option<Time>) {
        if let Some(at) = put_back_from.filter(|_| !self.common.json) {
            let told = self.texts.with("desk-put-back", &[("at", minute(at, &Here).into())]);
            // A standard error that is closed stops nothing.
            let _ = writeln!(std::io::stderr(), "{told}");
        }
    }

    /// Writes a JSON value on a line.
    pub fn json(&mut self, value: &Value) -> Done {
        self.out.line(&text::json(value))
    }
}

/// Whether a journal subcommand runs without an account: verifying, outside the kiosk, as the store's Unix owner.
pub fn needs_no_account(common: &Common, sub: &JournalSub) -> bool {
    !common.kiosk && matches!(sub, JournalSub::Verify(_))
}

/// The address of the SSH client, where there is one and it is an address.
fn peer() -> Option<String> {
    let connection = std::env::var("SSH_CONNECTION").ok()?;
    let address: IpAddr = connection.split(' ').next()?.parse().ok()?;
    Some(address.to_string())
}
