alter table apiary.apiary add column queen text;
