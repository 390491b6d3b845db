//! What an import means for a user, row by row of the feature list.

use guichet::domain::command::Command;
use guichet::domain::value::AccessType;

use crate::house::{House, code, csv, extensions, import, rows, run, user};

#[test]
fn u_14_u_15_essential_comes_with_the_import_and_nobody_takes_it_away() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&[("200", "Zoé Martin", "zoe@example.org")]));
    assert_eq!(user(&console, "200").access_type, AccessType::Essential);
    let take: Command = serde_json::from_str(r#"{"do":"set_access_type","user":"200","value":"none"}"#).unwrap();
    assert_eq!(code(console.execute(&[take], None)).0, "user.essential_locked");
    run(&mut console, r#"{"do":"set_access_type","user":"200","value":"professional"}"#);
    import(&mut console, &extensions(&[("200", "Zoé Martin-Roy", "zoe@example.org")]));
    assert_eq!(user(&console, "200").access_type, AccessType::Professional, "what was given on top stays");
}

#[test]
fn u_19_the_extension_is_the_phone_systems_and_no_command_changes_it() {
    let house = House::new();
    let mut console = house.owner();
    import(&mut console, &extensions(&[("0012", "Zoé Martin", "")]));
    let change = serde_json::from_str::<Command>(r#"{"do":"update_user","user":"0012","extension":"13"}"#);
    assert!(change.is_err(), "there is no such argument");
    assert_eq!(user(&console, "0012").extension.as_deref(), Some("0012"));
}

#[test]
fn u_72_what_the_provider_decides_is_no_setting_of_ours() {
    let set = serde_json::from_str::<Command>(r#"{"do":"set_organisation","agent_addon_automatic":true}"#);
    assert!(set.is_err());
}

#[test]
fn u_02_rights_in_a_file_are_shown_and_never_taken() {
    let house = House::new();
    let mut console = house.owner();
    let text = "Number,FirstName,LastName,EmailAddress,ManagementAccess,SysAdmin,CanSeeRecordings,Disabled\n\
                100,Ada,Byron,ada@example.org,1,1,1,0\n101,Bo,,bo@example.org,0,0,0,1\n";
    let receipt = import(&mut console, &csv(text));
    let all = rows(&receipt.import);
    let shown: Vec<&str> = all[0].shown.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(shown, ["managementaccess", "canseerecordings", "sysadmin"]);
    let ada = user(&console, "100");
    assert!(ada.permissions.is_empty() && ada.role.is_none() && ada.first_name.as_deref() == Some("Ada"));
    assert_eq!(user(&console, "101").status.as_str(), "disabled", "as the telephone system says");
    let receipt = import(&mut console, &csv(&text.replace("0,0,0,1", "0,0,0,0")));
    assert_eq!((receipt.import.counts.changed, user(&console, "101").status.as_str()), (1, "active"));
}
