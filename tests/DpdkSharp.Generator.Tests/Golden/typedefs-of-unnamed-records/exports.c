int take, variable;
