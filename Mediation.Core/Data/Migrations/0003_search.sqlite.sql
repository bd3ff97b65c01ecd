-- Full text as overlapping bigrams (Domain/Search); the row number grows with time, so newest first needs no sorting.
create table search_text (
    number         integer not null primary key autoincrement,
    district_code  bigint not null,
    town_code      bigint not null,
    village_code   bigint not null,
    dispute_id     blob not null,
    text           text not null
);

create unique index search_text_of_dispute on search_text (district_code, dispute_id);

create virtual table search_index using fts5(tokens, content='', contentless_delete=1, tokenize='ascii', detail=none);
