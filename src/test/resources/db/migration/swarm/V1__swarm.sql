create table swarm.swarm (
