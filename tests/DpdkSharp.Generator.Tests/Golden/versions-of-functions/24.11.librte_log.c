int moves, variable_moves;
