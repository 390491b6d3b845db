//! The requests: opened, taken and decided through the same rules as any other, each by the person named.

use super::places::{DOMAIN, on_site};
use crate::domain::command::{
    ApproveTicket, AssignTicket, CancelTicket, Command, CommentTicket, CreateUser, OpenTicket, Ref, RejectTicket,
    SetAccessType, SetApplicationRight, SetPermission, SetSupervisorLevel, SetUcClient, TakeTicket,
};
use crate::domain::id::{SiteId, TicketId};
use crate::domain::record::User;
use crate::domain::time::Time;
use crate::domain::value::{AccessType, Priority, Source, Status, SupervisorLevel, TicketKind};

/// What is asked for; of a user to whom it fits.
#[derive(Clone, Copy)]
enum Ask {
    Level(SupervisorLevel),
    Permission(&'static str),
    Professional,
    UcClient,
    Right(&'static str, &'static str),
    Deactivate(&'static str),
    NewUser(&'static str, &'static str),
    Other(&'static str),
}

/// What became of it, and who did that.
#[derive(Clone, Copy)]
enum End {
    Waits,
    Commented(&'static str, &'static str),
    Assigned(&'static str, &'static str),
    Taken(&'static str),
    Approved(&'static str),
    Rejected(&'static str, &'static str),
    Cancelled,
}

/// One request: how many hours before the store was made, by whom, at which site, how urgent, what, and its end.
type Request = (i64, &'static str, usize, Priority, Ask, End);

const CLAIRE: &str = "claire.lefevre";
const LEA: &str = "lea.roy";
const MARIE: &str = "marie.cote";

const REQUESTS: [Request; 25] = [
    (1160, CLAIRE, 0, Priority::Normal, Ask::Level(SupervisorLevel::Reports), End::Approved(MARIE)),
    (1080, LEA, 1, Priority::Normal, Ask::Professional, End::Approved(MARIE)),
    (
        1010,
        CLAIRE,
        4,
        Priority::Low,
        Ask::Permission("recording_playback"),
        End::Rejected(MARIE, "Pas sans l'accord du service juridique."),
    ),
    (870, MARIE, 3, Priority::High, Ask::Deactivate("Left the company on Friday."), End::Approved("demo")),
    (700, CLAIRE, 0, Priority::Normal, Ask::Right("Facturation", "consulter"), End::Approved(MARIE)),
    (
        640,
        CLAIRE,
        1,
        Priority::Low,
        Ask::NewUser("Ève", "Sainte-Croix"),
        End::Rejected(LEA, "Déjà demandée par les ressources humaines."),
    ),
    (530, LEA, 0, Priority::Normal, Ask::Level(SupervisorLevel::Analytics), End::Cancelled),
    (380, CLAIRE, 0, Priority::Normal, Ask::UcClient, End::Approved(LEA)),
    (300, CLAIRE, 1, Priority::Urgent, Ask::Deactivate("Téléphone volé, compte à fermer."), End::Approved(LEA)),
    (
        240,
        MARIE,
        2,
        Priority::Normal,
        Ask::Permission("client_settings"),
        End::Rejected("demo", "Not before the audit is over."),
    ),
    (96, CLAIRE, 0, Priority::High, Ask::Level(SupervisorLevel::ContactCentre), End::Waits),
    (90, LEA, 0, Priority::Normal, Ask::Professional, End::Taken(MARIE)),
    (84, CLAIRE, 1, Priority::Normal, Ask::Permission("manage_contact_directories"), End::Waits),
    (
        72,
        CLAIRE,
        0,
        Priority::Low,
        Ask::Right("Call reports", "export"),
        End::Commented(LEA, "Lequel des deux rapports, au juste ?"),
    ),
    (70, MARIE, 3, Priority::Normal, Ask::NewUser("Óscar", "O'Flaherty"), End::Waits),
    (60, CLAIRE, 4, Priority::Normal, Ask::Deactivate("Congé sans solde d'un an."), End::Waits),
    (52, LEA, 1, Priority::High, Ask::Level(SupervisorLevel::LiveAnalytics), End::Waits),
    (48, CLAIRE, 0, Priority::Urgent, Ask::NewUser("Anaïs", "Cœurdelion"), End::Assigned("demo", LEA)),
    (40, CLAIRE, 1, Priority::Normal, Ask::UcClient, End::Waits),
    (30, MARIE, 2, Priority::Low, Ask::Right("Inventory", "order"), End::Waits),
    (26, LEA, 0, Priority::Normal, Ask::Other("Astreinte de l'été"), End::Waits),
    (20, CLAIRE, 4, Priority::Normal, Ask::Professional, End::Waits),
    (12, CLAIRE, 0, Priority::High, Ask::Permission("rest_api_administrator"), End::Taken(LEA)),
    (5, MARIE, 3, Priority::Normal, Ask::Level(SupervisorLevel::Reports), End::Waits),
    (2, CLAIRE, 1, Priority::Urgent, Ask::Deactivate("Départ immédiat."), End::Waits),
];

/// One step: who does what, and when.
pub(super) struct Step {
    pub actor: &'static str,
    pub at: Time,
    pub command: Command,
}

/// The steps of all requests that find their user among those given.
pub(super) fn steps(users: &[User], begun: Time) -> Vec<Step> {
    let mut free: Vec<&User> = users.iter().collect();
    let mut steps = Vec::new();
    let mut ticket = TicketId(0);
    for (hours, requester, site, priority, ask, end) in REQUESTS {
        let Some(open) = open(ask, on_site(site), priority, &mut free) else { continue };
        ticket.0 += 1;
        let at = begun.plus(-hours * 3_600_000);
        steps.push(Step { actor: requester, at, command: open });
        // Nobody takes the same time over each.
        let later = at.plus(5_400_000 * (1 + ticket.0 % 4));
        steps.extend(follow(end, requester, ticket).map(|(actor, command)| Step { actor, at: later, command }));
    }
    // As they happened: what is decided late is decided on what came before.
    steps.sort_by_key(|step| step.at);
    steps
}

fn open(ask: Ask, site: SiteId, priority: Priority, free: &mut Vec<&User>) -> Option<Command> {
    let (kind, reason, commands): (_, Option<&str>, Vec<Command>) = match ask {
        Ask::NewUser(first, last) => (TicketKind::NewUser, None, new_user(first, last, site)),
        Ask::Other(name) => {
            let group = crate::domain::command::CreateContact {
                name: name.to_owned(),
                first_name: None,
                last_name: None,
                organisation: None,
                position: None,
                emails: Some(vec![format!("astreinte@{DOMAIN}")]),
                phones: None,
                addresses: None,
                note: None,
                site: Some(Some(Ref::pinned("", site.0))),
                communications: None,
            };
            (TicketKind::Other, Some("À joindre hors des heures, de juin à septembre."), vec![group.into()])
        }
        _ => {
            let at = free.iter().position(|user| user.site == Some(site) && fits(ask, user))?;
            let user = free.swap_remove(at);
            let reference = Ref::pinned(&*user.display_name, user.id.0);
            match ask {
                Ask::Deactivate(why) => {
                    let user = Some(reference);
                    let reason = Some(why.to_owned());
                    let kind = TicketKind::Deactivate;
                    let priority = Some(priority);
                    return Some(OpenTicket { kind, user, reason, note: None, priority, commands: vec![] }.into());
                }
                _ => (TicketKind::ChangeRights, None, vec![right(ask, reference)?]),
            }
        }
    };
    let reason = reason.map(str::to_owned);
    Some(OpenTicket { kind, user: None, reason, note: None, priority: Some(priority), commands }.into())
}

fn fits(ask: Ask, user: &User) -> bool {
    let active = user.status == Status::Active && user.source == Source::Pbx && user.role.is_none();
    let own_mailbox = user.email.as_deref().is_some_and(|email| !email.starts_with("accueil"));
    let nothing = user.permissions.is_empty();
    active
        && match ask {
            Ask::Level(_) => nothing && own_mailbox,
            Ask::Permission(key) => user.permissions.contains("web_access") && !user.permissions.contains(key),
            Ask::Professional => user.access_type == AccessType::Essential,
            Ask::UcClient => !user.uc_client && own_mailbox && nothing,
            Ask::Right(..) => user.applications.is_empty(),
            Ask::Deactivate(_) => true,
            Ask::NewUser(..) | Ask::Other(_) => false,
        }
}

fn right(ask: Ask, user: Ref) -> Option<Command> {
    Some(match ask {
        Ask::Level(level) => SetSupervisorLevel { user, value: Some(level) }.into(),
        Ask::Permission(key) => SetPermission { user, permission: key.to_owned(), value: true }.into(),
        Ask::Professional => SetAccessType { user, value: Some(AccessType::Professional) }.into(),
        Ask::UcClient => SetUcClient { user, value: true }.into(),
        Ask::Right(name, right) => {
            SetApplicationRight { user, application: Ref::new(name), right: right.to_owned(), value: true }.into()
        }
        Ask::Deactivate(_) | Ask::NewUser(..) | Ask::Other(_) => return None,
    })
}

fn new_user(first: &str, last: &str, site: SiteId) -> Vec<Command> {
    let folded = crate::domain::norm::fold(last).replace('\'', "");
    let email = format!("nouveau.{folded}@{DOMAIN}");
    let right = right(Ask::Right("Facturation", "consulter"), Ref::new(&*email));
    let made = CreateUser {
        display_name: [first, " ", last].concat(),
        first_name: Some(Some(first.to_owned())),
        last_name: Some(Some(last.to_owned())),
        position: Some(Some("Agent".to_owned())),
        email: Some(Some(email)),
        login: None,
        mobile: None,
        department: Some(Some("Support".to_owned())),
        language: None,
        site: Some(Some(Ref::pinned(super::places::SITES[0].0, site.0))),
    };
    std::iter::once(made.into()).chain(right).collect()
}

fn follow(end: End, requester: &'static str, number: TicketId) -> Option<(&'static str, Command)> {
    let ticket = Ref::pinned(format!("#{number}"), number.0);
    Some(match end {
        End::Waits => return None,
        End::Commented(by, text) => (by, CommentTicket { ticket, text: text.to_owned() }.into()),
        End::Assigned(by, to) => (by, AssignTicket { ticket, assignee: Ref::new(to) }.into()),
        End::Taken(by) => (by, TakeTicket { ticket }.into()),
        End::Approved(by) => (by, ApproveTicket { ticket, as_of_now: None }.into()),
        End::Rejected(by, reason) => (by, RejectTicket { ticket, reason: reason.to_owned() }.into()),
        End::Cancelled => (requester, CancelTicket { ticket }.into()),
    })
}
