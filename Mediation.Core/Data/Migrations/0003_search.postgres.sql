-- Full text as overlapping bigrams (Domain/Search), made into a tsvector by us and never by a parser.
create table search_text (
    number         bigint generated always as identity,
    district_code  bigint not null,
    town_code      bigint not null,
    village_code   bigint not null,
    dispute_id     uuid not null,
    text           text not null,
    tokens         tsvector not null,
    primary key (district_code, dispute_id)
) {partitioned};

create index search_text_tokens on search_text using gin (tokens);
