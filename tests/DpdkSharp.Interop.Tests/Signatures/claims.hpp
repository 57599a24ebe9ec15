// What C# can say of a type, and when a type of C is that. Included before DPDK's headers by the tests of the signatures.
//
// Everything that decides how a value is passed must agree: kind, size and sign; of records and enums also the name, of pointers what they
// point to, of functions every parameter. C# has no word for the rest, and it is not compared: const and volatile; which of C's types of
// one size and sign it is (long, long long, size_t); char, whose sign differs between machines, is any integer of one byte; an array
// that a pointer points to is its elements; a list of variable arguments is an address.
#pragma once
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace claims {

struct nothing;
struct boolean;
template <std::size_t Size> struct integer;
template <std::size_t Size> struct natural;
template <std::size_t Size> struct real;
template <std::size_t Size> struct vector;
template <class Type> struct named;
template <class Target> struct pointer;
template <class Result, class... Parameters> struct function;

template <class Type> using plain = std::remove_cv_t<std::remove_all_extents_t<std::remove_cv_t<Type>>>;
template <class Type> struct is_character : std::is_same<plain<Type>, char> {};
template <class Type> struct is_number : std::bool_constant<std::is_integral<Type>::value && !std::is_same<Type, bool>::value> {};

template <class Claim, class Type> struct agree : std::false_type {};
template <> struct agree<nothing, void> : std::true_type {};
template <> struct agree<boolean, bool> : std::true_type {};

template <std::size_t Size, class Type>
struct agree<integer<Size>, Type>
    : std::bool_constant<is_number<Type>::value && (is_character<Type>::value || std::is_signed<Type>::value) && sizeof(Type) == Size> {};
template <std::size_t Size, class Type>
struct agree<natural<Size>, Type>
    : std::bool_constant<is_number<Type>::value && (is_character<Type>::value || std::is_unsigned<Type>::value) && sizeof(Type) == Size> {};
template <std::size_t Size, class Type>
struct agree<real<Size>, Type> : std::bool_constant<std::is_floating_point<Type>::value && sizeof(Type) == Size> {};
template <std::size_t Size, class Type>
struct agree<vector<Size>, Type>
    : std::bool_constant<!std::is_scalar<Type>::value && !std::is_class<Type>::value && !std::is_union<Type>::value && sizeof(Type) == Size> {};
template <class Type> struct agree<named<Type>, Type> : std::true_type {};

template <class Target, class Type>
struct agree<pointer<Target>, Type *> : agree<Target, plain<Type>> {};
template <class Result, class... Parameters>
struct agree<pointer<nothing>, Result (*)(Parameters...)> : std::false_type {};
template <> struct agree<pointer<nothing>, std::decay_t<va_list>> : std::true_type {};

template <class... Claims> struct list {};
template <class Left, class Right> struct agree_each : std::false_type {};
template <> struct agree_each<list<>, list<>> : std::true_type {};
template <class Claim, class... Claims, class Type, class... Types>
struct agree_each<list<Claim, Claims...>, list<Type, Types...>>
    : std::bool_constant<agree<Claim, std::remove_cv_t<Type>>::value && agree_each<list<Claims...>, list<Types...>>::value> {};

template <class Result, class... Parameters, class R, class... P>
struct agree<function<Result, Parameters...>, R (*)(P...)>
    : std::bool_constant<agree<Result, std::remove_cv_t<R>>::value && agree_each<list<Parameters...>, list<P...>>::value> {};
// Of a function with variable arguments the fixed ones are claimed.
template <class Result, class... Parameters, class R, class... P>
struct agree<function<Result, Parameters...>, R (*)(P..., ...)>
    : std::bool_constant<agree<Result, std::remove_cv_t<R>>::value && agree_each<list<Parameters...>, list<P...>>::value> {};

// A function taken apart, so that each part can be asked for on its own.
struct missing;
template <std::size_t Index, class... Types> struct at { using type = missing; };
template <class First, class... Rest> struct at<0, First, Rest...> { using type = std::remove_cv_t<First>; };
template <std::size_t Index, class First, class... Rest> struct at<Index, First, Rest...> : at<Index - 1, Rest...> {};

template <class Type> struct parts;
template <class Result, class... Parameters> struct parts<Result (*)(Parameters...)> {
    static constexpr std::size_t count = sizeof...(Parameters);
    using result = std::remove_cv_t<Result>;
    template <std::size_t Index> using parameter = typename at<Index, Parameters...>::type;
};
template <class Result, class... Parameters> struct parts<Result (*)(Parameters..., ...)> : parts<Result (*)(Parameters...)> {};

}
