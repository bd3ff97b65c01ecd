-- The watch's index of running clocks that remind somebody: computed anew with each step and by each look, never moved by hand.
create table clock_reminder (
    district_code  bigint not null,
    dispute_id     {id} not null,
    clock          text not null,
    subject_id     {id} not null,
    holder_id      {id} not null,
    area_code      bigint not null,
    due_on         {date} not null,
    provisional    smallint not null,
    duty           smallint not null,
    first_at       {instant} not null,
    last_at        {instant} not null,
    primary key (district_code, dispute_id, clock, subject_id)
) {partitioned};

-- Which clocks of this desk come to their end next?
create index clock_reminder_of_holder on clock_reminder (holder_id, due_on, dispute_id, clock, subject_id);
