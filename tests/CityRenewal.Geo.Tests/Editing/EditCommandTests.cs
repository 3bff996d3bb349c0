using CityRenewal.Geo.Editing;

namespace CityRenewal.Geo.Tests.Editing;

public class EditCommandTests
{
    [Theory]
    [InlineData("add A001 P1 P2")]
    [InlineData("remove A001 P1")]
    [InlineData("move A001 A002 P1 P2")]
    [InlineData("begin - P1")]
    [InlineData("begin \"old town\" \"P 1\" P2")]
    [InlineData("dissolve A001")]
    [InlineData("lock in P1")]
    [InlineData("lock out P1 P2")]
    [InlineData("lock free P1")]
    [InlineData("split P12 106.5,29.25 106.75,29.5")]
    [InlineData("set retain B1")]
    [InlineData("set renovate B1 B2")]
    [InlineData("set demolish B1 B2 for fire lane")]
    [InlineData("resolve A001 rings 3")]
    [InlineData("resolve A001 unit")]
    public void An_edit_says_itself_as_the_command_that_makes_it(string line) =>
        Assert.Equal(line, EditCommand.Parse(line).Said.Command);

    [Theory]
    [InlineData("annex A001 P1", "'annex' is no edit. Begin with one of: add, remove,")]
    [InlineData("add A001", "Write: add AREA PARCEL….")]
    [InlineData("lock up P1", "Write: lock in|out|free PARCEL….")]
    [InlineData("split P12 1,2 3;4", "'3;4' is no point.")]
    [InlineData("resolve A001 rings many", "Write: resolve AREA [rings N | unit].")]
    [InlineData("add \"A001 P1", "A quote is left open.")]
    public void A_line_that_is_no_edit_is_refused_with_what_to_write(string line, string why) =>
        Assert.Contains(why, Assert.Throws<EditException>(() => EditCommand.Parse(line)).Message, StringComparison.Ordinal);
}
