int everywhere, renamed_parameter, pointer_type_only, another_parameter, another_result, wider, added, becomes_stable, becomes_deprecated, becomes_exported, variable;
