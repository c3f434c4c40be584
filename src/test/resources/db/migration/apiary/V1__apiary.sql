create table apiary.apiary (name text primary key);
