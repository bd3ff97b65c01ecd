-- What was entered last in a village, a town, a district? A word that many matters hold is found by looking at the newest ones.
create index search_text_in_village on search_text (village_code, number);
create index search_text_in_town on search_text (town_code, number);
create index search_text_in_district on search_text (district_code, number);
