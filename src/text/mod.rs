//! Every sentence in French and English, and data made safe to show.
