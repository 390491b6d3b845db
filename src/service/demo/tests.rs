use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::domain::command::{ApproveTicket, Command, Ref};
use crate::domain::engine::invariants_of_user;
use crate::domain::facts::Get;
use crate::domain::id::Subject;
use crate::domain::norm::password::check;
use crate::domain::record::{CommunicationOrder, Contact, Organisation, Role, Seat, Site, Ticket};
use crate::domain::value::{OrderList, TicketKind, TicketStatus};
use crate::service::{Console, Settings};
use crate::store::view::{Filter, From, List, Query, Sort, TicketRow};

struct Store {
    _dir: tempfile::TempDir,
    path: PathBuf,
}

fn demonstration(users: u64) -> Store {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("demo.guichet");
    create(&path, Opening::default(), &clock(), users, &mut |_, _| true).unwrap();
    Store { _dir: dir, path }
}

fn clock() -> Clock {
    Clock::frozen(Time(1_780_315_200_000 + 86_400_000 / 2))
}

fn signed_in(store: &Store, username: &str) -> Console {
    let mut console = Console::open(Settings { clock: clock(), ..Settings::new(&store.path) }).unwrap();
    console.sign_in(username, PASSWORD, 0).unwrap();
    console
}

fn tickets(console: &Console) -> Vec<TicketRow> {
    let query = Query { list: List::Tickets, filter: Filter::default(), sort: Sort::Number, descending: false };
    console.window::<TicketRow>(&query, &From::Start, 100).unwrap().into_iter().map(|(_, row)| row).collect()
}

/// Every user meets every invariant, and the kept counts are those of the users.
fn check_users(console: &Console, users: i64) {
    let tables = console.reader.tables();
    let catalogue = Catalogue::builtin();
    let program = Actor::program(catalogue);
    let mut seats = std::collections::BTreeMap::<Seat, i64>::new();
    for number in 1..=users {
        let user: User = tables.read(number).unwrap().unwrap();
        invariants_of_user(&tables, catalogue, &program, None, &user, false).unwrap();
        assert_eq!(user.version, 1);
        crate::domain::overlay::seats_of(&user).for_each(|seat| *seats.entry(seat).or_default() += 1);
    }
    assert!(tables.read::<User>(users + 1).unwrap().is_none());
    let used = tables.seats_used().unwrap();
    assert_eq!(used.into_iter().filter(|(_, used)| *used > 0).collect::<Vec<_>>(), Vec::from_iter(seats));
}

/// The charts of the overview have something to show, whenever the store is made.
#[test]
fn what_was_decided_is_of_the_last_weeks() {
    let store = demonstration(300);
    let console = signed_in(&store, OWNER);
    let weeks: Vec<Time> = (1..=8).rev().map(|week| clock().now().plus(-week * 7 * 86_400_000)).collect();
    let figures = console.request_figures(&weeks).unwrap();
    let busy = figures.weeks.iter().filter(|week| week.approved + week.rejected > 0).count();
    assert!(figures.decided() >= 8 && busy >= 5, "{} in {busy} weeks", figures.decided());
    let ages = figures.waiting.iter().filter(|kinds| kinds.iter().sum::<u64>() > 0).count();
    assert!(ages >= 3, "{:?}", figures.waiting);
}

#[test]
fn a_store_of_any_size_is_whole() {
    for users in [0, 1, 1200] {
        let store = demonstration(users);
        let console = signed_in(&store, OWNER);
        assert!(is_demonstration(&console).unwrap());
        check_users(&console, i64::try_from(users).unwrap());
        let verified = console.verify_journal(None, &mut |_| true).unwrap();
        assert!(verified.fault.is_none(), "{verified:?}");
        assert_eq!(crate::store::check::file(console.reader.tables()).unwrap(), [], "what refers to what is not there");
        assert!(tickets(&console).len() >= 4, "requests that need no user are there");
        assert!(console.actor().unwrap().owner);
    }
}

#[test]
fn it_shows_one_of_each() {
    let store = demonstration(USERS);
    let console = signed_in(&store, OWNER);
    let tables = console.reader.tables();
    let organisation: Organisation = tables.read(1).unwrap().unwrap();
    assert_eq!(organisation.seats.len(), Seat::ALL.len());
    let users: Vec<User> = (1..=1200).map(|n| tables.read(n).unwrap().unwrap()).collect();
    let has = |what: &str, found: &dyn Fn(&User) -> bool| assert!(users.iter().any(found), "{what}");
    for entry in catalogue_of_users() {
        has(&entry, &|u| u.rank(&entry) > 0);
    }
    for status in Status::ALL {
        has("status", &|u| u.status == *status);
    }
    for site in 1..=5 {
        has("site", &|u| u.site == Some(SiteId(site)));
    }
    has("no site", &|u| u.site.is_none());
    has("no e-mail", &|u| u.email.is_none());
    has("shared e-mail", &|u| users.iter().any(|o| o.id != u.id && o.email.is_some() && o.email == u.email));
    has("long name", &|u| u.display_name.chars().count() > 60);
    for client in crate::domain::value::Client::ALL {
        has("softphone", &|u| u.softphone.contains_key(client));
    }
    let complete = |u: &User| u.softphone.values().all(|client| client.device.is_some());
    assert!(users[..300].iter().any(|u| !u.softphone.is_empty() && complete(u)), "a small one shows a softphone");
    assert!(users[..300].iter().any(|u| !complete(u)), "and one whose device has gone");
    for number in 1..=6 {
        let role: Role = tables.read(number).unwrap().unwrap();
        assert_eq!(role.standard, number <= 3);
    }
    for list in OrderList::ALL {
        let order: CommunicationOrder = tables.read(list.id()).unwrap().unwrap();
        assert!(order.contacts.len() >= 6);
    }
    assert!(tables.read::<Contact>(40).unwrap().is_some());
    assert!(tables.read::<Site>(5).unwrap().is_some());
    let rows = tickets(&console);
    assert_eq!(rows.len(), 25);
    for status in TicketStatus::ALL {
        assert!(rows.iter().any(|r| r.status == *status), "{status}");
    }
    for kind in TicketKind::ALL {
        assert!(rows.iter().any(|r| r.kind == *kind && r.status.is_waiting()), "{kind}");
    }
}

fn catalogue_of_users() -> Vec<String> {
    use crate::domain::catalogue::Family;
    let catalogue = Catalogue::builtin();
    let entries = catalogue.family(Family::Portal).chain(catalogue.family(Family::Licence));
    entries.map(|entry| entry.key.to_string()).collect()
}

/// the tree is three deep, and nobody holds more than the one above.
#[test]
fn the_administrators_are_one_of_each_sort() {
    let store = demonstration(0);
    let console = signed_in(&store, OWNER);
    let tables = console.reader.tables();
    let admin = |name: &str| -> Admin {
        let number = tables.lookup(Kind::Admin, Lookup::Username, name).unwrap()[0];
        tables.read(number).unwrap().unwrap()
    };
    let depth = |name: &str| {
        std::iter::successors(Some(admin(name)), |a| {
            a.parent.map(|parent| Get::<Admin>::get(&tables, parent.0).unwrap().unwrap())
        })
        .count()
    };
    assert_eq!([OWNER, "marie.cote", "john.oneil"].map(depth), [1, 2, 3]);
    assert_eq!(admin("guy.dufresne").status, Status::Disabled);
    assert_eq!(admin("sofia.munoz").status, Status::Invited);
    let one = actor_of(&tables, Catalogue::builtin(), admin("noe.francoeur").id).unwrap().unwrap();
    let held = one.holds.resources.values().filter(|l| **l > crate::domain::value::Level::None).count();
    assert_eq!((held, admin("noe.francoeur").sites.len()), (1, 1), "A-01");
    for name in ["marie.cote", "lea.roy", "john.oneil", "claire.lefevre", "noe.francoeur", "sofia.munoz", "ines.garcon"]
    {
        signed_in(&store, name);
    }
}

/// T-21: every request that waits can be approved as it was asked.
#[test]
fn what_waits_can_be_approved() {
    let store = demonstration(USERS);
    let mut console = signed_in(&store, OWNER);
    let waiting: Vec<TicketRow> = tickets(&console).into_iter().filter(|r| r.status.is_waiting()).collect();
    assert!(waiting.len() >= 12);
    for row in waiting {
        let ticket = Ref::pinned("", row.id.0);
        let approve: Command = ApproveTicket { ticket, as_of_now: None }.into();
        let receipt = console.execute(&[approve], None).unwrap();
        assert!(receipt.plan.changes.len() > 1);
        let ticket: Ticket = console.record(row.id.0).unwrap();
        assert_eq!(ticket.status, TicketStatus::Done);
        assert!(receipt.plan.basis().contains_key(&Subject::new(Kind::Ticket, row.id.0)));
    }
    assert!(console.verify_journal(None, &mut |_| true).unwrap().fault.is_none());
}

#[test]
fn the_password_is_refused_everywhere_else() {
    let shortest = check(PASSWORD, 8, &[]);
    assert!(shortest.is_err(), "{PASSWORD} passes the policy");
    assert!(check("Guichet-DEMO", 8, &[]).is_err());
}

#[test]
fn it_tells_how_far_it_is_to_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let mut told = Vec::new();
    let tell = &mut |done, total| {
        told.push((done, total));
        true
    };
    create(&dir.path().join("demo.guichet"), Opening::default(), &clock(), 5000, tell).unwrap();
    assert!(told.is_sorted() && told.len() > 10, "{told:?}");
    assert_eq!((told.first(), told.last()), (Some(&(0, 10_000)), Some(&(10_000, 10_000))));
}

#[test]
fn stopped_or_refused_it_leaves_nothing_behind() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("demo.guichet");
    let stopped = create(&path, Opening::default(), &clock(), 5000, &mut |made, _| made < 2000);
    assert!(matches!(stopped, Err(ServiceError::Stopped)));
    assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0);
    std::fs::write(&path, "a letter").unwrap();
    let calls = AtomicUsize::new(0);
    let taken = create(&path, Opening::default(), &clock(), 1, &mut |_, _| {
        calls.fetch_add(1, Ordering::Relaxed);
        true
    });
    assert!(matches!(taken, Err(ServiceError::Store(store::StoreError::Exists))));
    assert_eq!((std::fs::read(&path).unwrap(), calls.into_inner()), (b"a letter".to_vec(), 0));
}
