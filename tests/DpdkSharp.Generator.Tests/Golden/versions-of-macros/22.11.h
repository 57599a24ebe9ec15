#define SAME 1
#define ANOTHER_VALUE 1
#define ANOTHER_TYPE 1
#define ANOTHER_TEXT "old"
#define NUMBER_THEN_TEXT 1
#define TEXT_THEN_NUMBER "two"
#define VALUE_THEN_NONE 5
#define GONE 9
enum moved { BECAME_AN_ENUMERATOR_NOT };
#define BECAME_AN_ENUMERATOR 3
