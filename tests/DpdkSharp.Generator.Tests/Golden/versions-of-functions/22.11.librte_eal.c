int everywhere, moves, renamed_parameter, pointer_type_only, another_parameter, another_result, wider, removed, becomes_stable, becomes_deprecated, variable, variable_moves;
