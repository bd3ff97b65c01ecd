-- Which chains grew on this day? The daily list of their heads.
create index journal_by_day on journal (server_time, dispute_id);
