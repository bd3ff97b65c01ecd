-- When the watch over the limits last looked at all rows, and by which rules: one row.
create table limit_look (
    id     integer not null primary key,
    day    {date} not null,
    rules  text not null
);
