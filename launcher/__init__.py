"""Install, start, watch and stop every part of Carillon on one machine; standard library only."""
