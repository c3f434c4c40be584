-- Whoever pays for the group is one of the fictional people too.

alter table demo.figure drop constraint figure_part_check;
alter table demo.figure add constraint figure_part_check
    check (part in ('convener', 'chair', 'member', 'sponsor'));
