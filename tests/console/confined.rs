//! What the system lets a running console do, and what it lets others see of it.

use std::fs;

use guichet::text::Lang;

use crate::person::{Person, SMALL};
use crate::site::{PASSWORD, Site};

/// S-32: no core file and no secret where others look. S-98: a kiosk gives up new privileges, and more than it needs.
#[test]
fn s_32_s_98_a_kiosk_leaves_no_core_and_takes_no_privileges() {
    let site = Site::new();
    let words = Person::at(&site, Lang::En, SMALL);
    words.reads("entrance-username");
    let mut pty = site.program("en").args(["--kiosk"]).spawn();
    let kiosk = words.words.get("entrance-username");
    pty.wait_for(&kiosk, crate::support::pty::LIMIT);
    let of = |pid: rustix::process::Pid, file: &str| {
        fs::read_to_string(format!("/proc/{}/{file}", pid.as_raw_nonzero())).unwrap()
    };
    let limit = |pid, name: &str| {
        let limits = of(pid, "limits");
        let line = limits.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
        line[name.len()..].split_whitespace().next().unwrap().to_owned()
    };
    for pid in [pty.pid(), words.pty.pid()] {
        assert_eq!(limit(pid, "Max core file size"), "0", "S-32");
        assert!(!of(pid, "cmdline").contains(PASSWORD));
    }
    assert!(of(pty.pid(), "status").contains("NoNewPrivs:\t1"), "S-98");
    assert_eq!(limit(pty.pid(), "Max open files"), "256");
    assert_ne!(limit(pty.pid(), "Max address space"), "unlimited");
    pty.kill(rustix::process::Signal::TERM);
    pty.wait_exit(crate::support::pty::LIMIT);
}
