using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Two systems of land use write 0601 and mean a factory or a village road.</summary>
public class LandUseSystemTests
{
    [Theory]
    [InlineData("三调", "0601", "05H1", "0702")]
    [InlineData("三调", "0810A", "0701")]
    [InlineData("三调", "08H2A", "1104A", "0201K")]
    [InlineData("用地用海分类", "0701", "0901", "1401")]
    [InlineData("用地用海分类", "070102", "1001")]
    [InlineData("", "0601", "0701", "1001")]
    [InlineData("", "05H1", "1401")]
    [InlineData("", "R2", "B1")]
    [InlineData("")]
    public void The_only_system_that_has_all_the_codes_is_theirs(string system, params string[] codes) =>
        Assert.Equal(system, LandUseSystems.Of("用途", codes).System);

    [Theory]
    [InlineData("DLBM", "三调")]
    [InlineData("地类编码", "三调")]
    [InlineData("YDYHFLDM", "用地用海分类")]
    public void The_name_of_the_field_goes_before_the_codes(string field, string system) =>
        Assert.Equal(system, LandUseSystems.Of(field, ["0601"]).System);
}
