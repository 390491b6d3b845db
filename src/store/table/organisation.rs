//! The organisation and its seats.

use rusqlite::{Connection, Row, params};

use super::{Stamp, Stored};
use crate::domain::record::{Organisation, Seat};
use crate::store::convert::{all, first, run, word};
use crate::store::error::{Result, StoreError};

impl Stored for Organisation {
    fn read(conn: &Connection, _number: i64) -> Result<Option<Self>> {
        let Some(mut organisation) = first(conn, "SELECT * FROM organisation WHERE id = 1", [], plain)? else {
            return Ok(None);
        };
        let bought = "SELECT seat, bought FROM seat WHERE bought IS NOT NULL";
        for (name, number) in all(conn, bought, [], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))? {
            let seat = Seat::ALL.into_iter().find(|s| s.as_str() == name);
            organisation.seats.insert(seat.ok_or(StoreError::Value { column: "seat" })?, number);
        }
        Ok(Some(organisation))
    }

    fn insert(conn: &Connection, o: &Self, stamp: Stamp) -> Result<()> {
        write(conn, o, stamp)
    }

    fn update(conn: &Connection, before: &Self, o: &Self, stamp: Stamp) -> Result<bool> {
        let current =
            first(conn, "SELECT version FROM organisation WHERE id = 1", [], |row| Ok(row.get::<_, i64>(0)?))?;
        if current != Some(before.version) {
            return Ok(false);
        }
        write(conn, o, stamp)?;
        Ok(true)
    }

    fn delete(_conn: &Connection, _record: &Self) -> Result<bool> {
        Ok(false)
    }
}

fn plain(row: &Row<'_>) -> Result<Organisation> {
    Ok(Organisation {
        version: row.get("version")?,
        name: row.get("name")?,
        plan: word(row, "plan")?,
        voip: row.get("voip")?,
        four_eyes: word(row, "four_eyes")?,
        seat_limit: word(row, "seat_limit")?,
        password_min_length: row.get("password_min_length")?,
        idle_lock_minutes: row.get("idle_lock_minutes")?,
        help_general: row.get("help_general")?,
        help_technical: row.get("help_technical")?,
        agent_addon_automatic: row.get("agent_addon_automatic")?,
        note: row.get("note")?,
        ..Organisation::default()
    })
}

fn write(conn: &Connection, o: &Organisation, stamp: Stamp) -> Result<()> {
    let sql = "INSERT INTO organisation (id, version, name, plan, voip, four_eyes, seat_limit, password_min_length,
                   idle_lock_minutes, help_general, help_technical, agent_addon_automatic, note, modified_at)
               VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
               ON CONFLICT DO UPDATE SET version = ?1, name = ?2, plan = ?3, voip = ?4, four_eyes = ?5,
                   seat_limit = ?6, password_min_length = ?7, idle_lock_minutes = ?8, help_general = ?9,
                   help_technical = ?10, agent_addon_automatic = ?11, note = ?12,
                   modified_at = ?13";
    let values = params![
        stamp.entry,
        o.name,
        o.plan.as_str(),
        o.voip,
        o.four_eyes.as_str(),
        o.seat_limit.as_str(),
        o.password_min_length,
        o.idle_lock_minutes,
        o.help_general,
        o.help_technical,
        o.agent_addon_automatic,
        o.note,
        stamp.now.0
    ];
    run(conn, sql, values)?;
    for seat in Seat::ALL {
        let sql = "INSERT INTO seat (seat, bought) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET bought = ?2";
        run(conn, sql, params![seat.as_str(), o.seats.get(&seat)])?;
    }
    Ok(())
}
