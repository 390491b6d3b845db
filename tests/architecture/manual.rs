//! What the manual has to say, and that nothing reaches out of the machine.

use std::path::Path;

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = std::fs::read_to_string(path).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn s_01_s_03_s_04_the_manual_says_what_is_not_protected() {
    let readme = text("README.md");
    for (row, said) in [
        ("S-01", "**Whoever can write the store file can change anything in it**, whatever the program checks"),
        ("S-03", "Administrators who share the file through a Unix group are not protected from each other"),
        ("S-04", "The file is not encrypted: a stolen disk or backup shows everything but the passwords"),
        ("S-51", "not a chain that was rebuilt whole or cut short"),
    ] {
        assert!(readme.contains(said), "{row}: {said}");
    }
}

/// S-02: the sample that ships is the recommended one; `tests/ssh.rs` runs it on loopback.
#[test]
fn s_02_the_sample_for_sshd_is_the_recommended_one() {
    let sample = text("assets/sshd/guichet.conf");
    for line in [
        "ForceCommand /usr/local/bin/guichet --kiosk",
        "DisableForwarding yes",
        "PermitUserRC no",
        "ClientAliveInterval 30",
        "restrict,pty,command=\"/usr/local/bin/guichet --kiosk",
        "--as marie",
        "install -d -m 0700",
    ] {
        assert!(sample.contains(line), "{line}");
    }
}

/// S-100: no crate that opens a socket or speaks a protocol of the network is linked in.
#[test]
fn s_100_no_crate_of_the_network_is_linked() {
    let lock = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock")).unwrap();
    let names: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("name = \"")).collect();
    let names: Vec<&str> = names.iter().map(|name| name.trim_end_matches('"')).collect();
    assert!(names.contains(&"rusqlite"), "this is the list of crates");
    for network in [
        "async-std",
        "curl",
        "h2",
        "hickory-resolver",
        "hyper",
        "isahc",
        "native-tls",
        "openssl",
        "quinn",
        "reqwest",
        "rustls",
        "smol",
        "socket2",
        "tokio",
        "tungstenite",
        "ureq",
    ] {
        assert!(!names.contains(&network), "{network}");
    }
    let manifest = text("Cargo.toml");
    assert!(manifest.contains("rustix = {") && !manifest.contains("\"net\""), "no sockets from the system crate");
}
