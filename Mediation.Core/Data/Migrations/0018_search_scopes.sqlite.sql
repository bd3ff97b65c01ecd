-- A search within an area asks for the area's code beside the words: the index itself then meets both, newest entry first, and stops when a page is full.
-- Made anew from the texts; pairs that hold a mark are there too and are never asked for.
drop table search_index;

create virtual table search_index using fts5(tokens, content='', contentless_delete=1, tokenize='ascii', detail=none);

insert into search_index (rowid, tokens)
with recursive place (at) as (
    select 1
    union all
    select at + 1 from place where at < (select max(length(text)) from search_text)
)
select number, coalesce((select group_concat(distinct substr(text, at, 2)) from place where at < length(text)), '')
    || ',' || village_code || ',' || (town_code / 1000) || ',' || (district_code / 1000000)
from search_text
order by number;
