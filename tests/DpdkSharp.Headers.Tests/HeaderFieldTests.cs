using System.Reflection;
using CsCheck;

namespace DpdkSharp.Headers.Tests;

/// <summary>A property reads exactly the bits that the RFC gives its field, and setting it changes exactly these.</summary>
public class HeaderFieldTests
{
    private const int Longest = 40;

    private static readonly Gen<byte[]> AnyHeader = Gen.Byte.Array[Longest];

    private static readonly Gen<UInt128> AnyNumber = Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new UInt128(high, low));

    public static TheoryData<string> Names => [.. HeaderFields.All.Select(f => f.ToString()!)];

    [Theory, MemberData(nameof(Names))]
    public void Getting_reads_the_field_and_nothing_else(string name)
    {
        HeaderField field = Find(name);

        AnyHeader.Sample(
            bytes => field.Get(bytes) == field.FromBits(Bits.Read(bytes, field.Bit, field.Width)),
            iter: 500,
            threads: 1);
    }

    [Theory, MemberData(nameof(Names))]
    public void Setting_writes_the_field_and_leaves_every_other_bit_alone(string name)
    {
        HeaderField field = Find(name);

        Gen.Select(AnyHeader, AnyNumber).Sample(
            (bytes, number) =>
            {
                UInt128 bits = field.Least + (field.Width == 128 ? number : number % (field.Greatest - field.Least + 1));
                byte[] expected = [.. bytes];
                Bits.Write(expected, field.Bit, field.Width, bits);

                field.Set(bytes, field.FromBits(bits));

                return bytes.AsSpan().SequenceEqual(expected) && field.Get(bytes) == field.FromBits(bits);
            },
            iter: 500,
            threads: 1);
    }

    [Theory, MemberData(nameof(Names))]
    public void Setting_what_does_not_fit_throws_and_changes_nothing(string name)
    {
        HeaderField field = Find(name);

        // Fields as wide as their type can't be given too much; for those with a unit, values between two units do not fit either.
        bool hasUnit = field.FromBits(1) - field.FromBits(0) != 1;
        List<UInt128> refused = [];
        if (hasUnit || field.Width is not (1 or 8 or 16 or 32 or 48 or 128))
        {
            refused.Add(field.FromBits(field.Greatest + 1));
        }

        if (hasUnit)
        {
            refused.Add(field.FromBits(field.Greatest) - 1);
            refused.Add(field.FromBits(field.Least) + 1);
        }

        if (field.FromBits(field.Least) != 0)
        {
            refused.Add(0);
        }

        AnyHeader.Sample(
            bytes =>
            {
                byte[] before = [.. bytes];
                foreach (UInt128 value in refused)
                {
                    var error = Assert.Throws<ArgumentOutOfRangeException>(() => field.Set(bytes, value));
                    Assert.Equal("value", error.ParamName);
                }

                return bytes.AsSpan().SequenceEqual(before);
            },
            iter: 10,
            threads: 1);
    }

    [Fact]
    public void Every_settable_property_of_every_header_is_tested_here()
    {
        var written = HeaderTypes.All
            .SelectMany(
                t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is { IsPublic: true }),
                (t, p) => $"{t.Name}.{p.Name}")
            .Order(StringComparer.Ordinal);

        Assert.Equal(written, HeaderFields.All.Select(f => f.ToString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_bit_of_every_header_belongs_to_a_field()
    {
        foreach (Type header in HeaderTypes.All)
        {
            var covered = HeaderFields.All.Where(f => f.Header == header).SelectMany(f => Enumerable.Range(f.Bit, f.Width)).Distinct();
            int nameless = header == typeof(Ipv6FragmentHeader) ? 2 : 0; // two reserved bits between offset and flag
            Assert.Equal((HeaderTypes.SizeOf(header) * 8) - nameless, covered.Count());
        }
    }

    private static HeaderField Find(string name) => HeaderFields.All.Single(f => f.ToString() == name);
}
