namespace DpdkSharp.Tests.EalLayer;

public class EalLogTests(EalFixture fixture)
{
    [Fact]
    public void The_handler_gets_what_EAL_logs_while_it_starts() =>
        Assert.Contains(fixture.Log, static l => l.Level == EalLogLevel.Information && l.Message.StartsWith("EAL: Detected CPU lcores:", StringComparison.Ordinal));

    [Fact]
    public void A_message_of_ones_own_reaches_the_handler_as_it_was_written()
    {
        const string Text = "100 % of %s and %n are left alone: äöü";
        EalLog.Write(EalLogLevel.Error, Text);
        Assert.Contains(fixture.Log, static l => l.Level == EalLogLevel.Error && l.Message.EndsWith(Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_global_level_holds_back_what_is_less_urgent()
    {
        EalLogLevel before = EalLog.GlobalLevel;
        try
        {
            EalLog.GlobalLevel = EalLogLevel.Critical;
            Assert.Equal(EalLogLevel.Critical, EalLog.GlobalLevel);
            EalLog.Write(EalLogLevel.Error, "held back by the global level");
        }
        finally
        {
            EalLog.GlobalLevel = before;
        }
        Assert.DoesNotContain(fixture.Log, static l => l.Message.Contains("held back by the global level", StringComparison.Ordinal));
    }

    [Fact]
    public void A_level_is_set_by_the_name_of_a_part()
    {
        EalLog.SetLevel("user1", EalLogLevel.Error);
        EalLog.Write(EalLogLevel.Warning, "not urgent enough");
        EalLog.SetLevel("user*", EalLogLevel.Debug);
        EalLog.Write(EalLogLevel.Warning, "urgent enough");
        Assert.DoesNotContain(fixture.Log, static l => l.Message.Contains("not urgent enough", StringComparison.Ordinal));
        Assert.Contains(fixture.Log, static l => l.Message.Contains("urgent enough", StringComparison.Ordinal));
    }

    [Fact]
    public void A_level_that_does_not_exist_is_refused()
    {
        var e = Assert.Throws<DpdkException>(() => EalLog.SetLevel("user1", (EalLogLevel)99));
        Assert.Equal("rte_log_set_level_pattern", e.Function);
    }
}
