using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Benchmarks.Worker.Classifying;

/// <summary>
/// Compiles rules to machine code at run time: what a rule does not ask is not looked at, what several rules ask is looked at once, and all
/// numbers are constants. A C program has to bring a loop that can do any rule.
/// </summary>
internal static class RuleCompiler
{
    /// <summary>The number of packets that are looked at at once.</summary>
    public const int Lanes = 16;

    /// <summary>What the rules look at: the number of columns.</summary>
    public const int Columns = 4;

    /// <summary>Finds the rule of each of <see cref="Lanes"/> packets, counted from 1; 0 where none matches.</summary>
    /// <param name="columns">The sources of all packets, then their destinations, destination ports and protocols, in the processor's order.</param>
    public delegate Vector512<uint> Matcher(ref uint columns);

    private delegate Vector512<uint> Loader(ref readonly uint source, nuint offset);

    private static readonly MethodInfo s_create = ((Func<uint, Vector512<uint>>)Vector512.Create).Method;
    private static readonly MethodInfo s_load = ((Loader)Vector512.LoadUnsafe).Method;
    private static readonly MethodInfo s_equals = ((Func<Vector512<uint>, Vector512<uint>, Vector512<uint>>)Vector512.Equals).Method;
    private static readonly MethodInfo s_lessThanOrEqual = ((Func<Vector512<uint>, Vector512<uint>, Vector512<uint>>)Vector512.LessThanOrEqual).Method;
    private static readonly MethodInfo s_select =
        ((Func<Vector512<uint>, Vector512<uint>, Vector512<uint>, Vector512<uint>>)Vector512.ConditionalSelect).Method;

    public static Matcher Compile(IReadOnlyList<Rule> rules)
    {
        ParameterExpression columns = Expression.Parameter(typeof(uint).MakeByRefType());
        var variables = new List<ParameterExpression>();
        var body = new List<Expression>();
        var source = Variable(Column(0));
        var destination = Variable(Column(1));
        var port = Variable(Column(2));
        var protocol = Variable(Column(3));
        var result = Variable(Expression.Property(null, typeof(Vector512<uint>), nameof(Vector512<uint>.Zero)));
        // From the last rule to the first: the first one that matches stays.
        for (int r = rules.Count - 1; r >= 0; r--)
        {
            Rule rule = rules[r];
            Expression? differs = null;
            Differ(source, rule.Source, rule.SourceMask);
            Differ(destination, rule.Destination, rule.DestinationMask);
            // A port that must be one number differs from it like an address; of a range, only the width is compared.
            bool isRange = rule.FirstPort != rule.LastPort && (rule.FirstPort, rule.LastPort) != (0, ushort.MaxValue);
            Differ(port, rule.FirstPort, rule.FirstPort == rule.LastPort ? ushort.MaxValue : 0u);
            Differ(protocol, rule.Protocol, rule.ProtocolMask);
            Expression matches = differs is null
                ? Expression.Property(null, typeof(Vector512<uint>), nameof(Vector512<uint>.AllBitsSet))
                : Expression.Call(s_equals, differs, Expression.Property(null, typeof(Vector512<uint>), nameof(Vector512<uint>.Zero)));
            if (isRange)
            {
                Expression inRange = Expression.Call(s_lessThanOrEqual, Expression.Subtract(port, All(rule.FirstPort)), All(rule.LastPort - rule.FirstPort));
                matches = Expression.And(matches, inRange);
            }
            body.Add(Expression.Assign(result, Expression.Call(s_select, matches, All((uint)r + 1), result)));

            void Differ(Expression value, uint wanted, uint mask)
            {
                if (mask != 0)
                {
                    Expression difference = Expression.ExclusiveOr(value, All(wanted));
                    // Ports and protocols have no bits above their masks.
                    Expression masked = mask is 0xff or ushort.MaxValue ? difference : Expression.And(difference, All(mask));
                    differs = differs is null ? masked : Expression.Or(differs, masked);
                }
            }
        }
        body.Add(result);
        return Expression.Lambda<Matcher>(Expression.Block(variables, body), columns).Compile();

        Expression Column(int index) => Expression.Call(s_load, columns, Expression.Constant((nuint)(index * Lanes)));

        ParameterExpression Variable(Expression value)
        {
            ParameterExpression variable = Expression.Variable(typeof(Vector512<uint>));
            variables.Add(variable);
            body.Add(Expression.Assign(variable, value));
            return variable;
        }
    }

    private static MethodCallExpression All(uint value) => Expression.Call(s_create, Expression.Constant(value));
}
