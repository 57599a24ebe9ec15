int pick;
