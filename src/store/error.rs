//! What can go wrong with the file.

use rusqlite::ErrorCode;

/// Why the store cannot be used, or could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no file at that place.
    #[error("store.missing")]
    Missing,
    /// There is a file already where one would be made.
    #[error("store.exists")]
    Exists,
    /// The file is not a store of guichet; it was not touched.
    #[error("store.foreign")]
    Foreign,
    /// The file is a store in use, not a backup of one.
    #[error("store.not_a_backup")]
    NotABackup,
    /// The file was made by a later version.
    #[error("store.newer")]
    Newer {
        /// The version of its schema.
        found: i64,
    },
    /// The schema has something that was not made by the program (S-46).
    #[error("store.schema")]
    Schema {
        /// The name of what differs.
        object: String,
    },
    /// The file or its directory can be changed by others, or is not what it seems (S-40).
    #[error("store.unsafe")]
    Unsafe {
        /// What is wrong, as a stable word.
        fault: &'static str,
        /// The command that repairs it.
        repair: String,
    },
    /// The file is damaged.
    #[error("store.damaged")]
    Damaged,
    /// Somebody else is saving (S-44).
    #[error("store.busy")]
    Busy,
    /// The file or its directory cannot be written.
    #[error("store.read_only")]
    ReadOnly,
    /// The disk is full.
    #[error("store.full")]
    Full,
    /// The system refused to read or write.
    #[error("store.io")]
    Io(#[source] std::io::Error),
    /// The bundled SQLite is older than S-43 asks for.
    #[error("store.sqlite_version")]
    SqliteVersion,
    /// A stored value is not of its kind.
    #[error("store.value")]
    Value {
        /// The column.
        column: &'static str,
    },
    /// Anything else that SQLite says.
    #[error("store.sql")]
    Sql(#[source] rusqlite::Error),
}

impl StoreError {
    /// The stable code.
    pub fn code(&self) -> String {
        self.to_string()
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::ReadOnly) => Self::ReadOnly,
            Some(ErrorCode::DiskFull) => Self::Full,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            Some(ErrorCode::NotADatabase) => Self::Foreign,
            _ => Self::Sql(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing,
            std::io::ErrorKind::AlreadyExists => Self::Exists,
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            std::io::ErrorKind::StorageFull => Self::Full,
            _ => Self::Io(error),
        }
    }
}

impl From<StoreError> for crate::domain::refusal::FactsError {
    fn from(error: StoreError) -> Self {
        Self(Box::new(error))
    }
}

/// The result of the store.
pub type Result<T> = std::result::Result<T, StoreError>;
