using CityRenewal.Geo.Register;

namespace CityRenewal.Geo.Tests.Register;

/// <summary>Sums of a register by unit, and the factors of old residential estates.</summary>
public class RegisterSumTests
{
    [Fact]
    public void Every_level_sums_to_what_its_entries_sum_to() => CsCheck.Check.Sample(Registers.Any, register =>
    {
        foreach (var kind in new[] { RegisterKind.Area, RegisterKind.Project })
        {
            var entries = register.Entries.Where(entry => entry.Kind == kind).ToList();
            foreach (var level in Enum.GetValues<RollUpLevel>())
            {
                var rows = RegisterRollUp.Of(register, level).Where(row => row.Kind == kind).ToList();
                var live = entries.Where(entry => entry.IsLive).ToList();

                Assert.Equal(entries.Count, rows.Sum(row => row.Entries));
                Assert.All(RegisterStates.All, state => Assert.Equal(entries.Count(entry => entry.State == state), rows.Sum(row => row.Counts[(int)state])));
                Assert.Equal(live.Sum(entry => entry.LandM2), rows.Sum(row => row.Numbers.LandM2), 1e-6);
                Assert.Equal(live.Sum(entry => register.BuildingsOf(entry).Count), rows.Sum(row => row.Numbers.Buildings));
                Assert.Equal(
                    live.SelectMany(register.BuildingsOf).Where(building => building.Households is not null).Sum(building => building.Households!.Value),
                    rows.Sum(row => row.Numbers.Households.Value), 1e-6);
                Assert.Equal(live.SelectMany(register.BuildingsOf).Count(building => building.Households is null), rows.Sum(row => row.Numbers.Households.Unknown));
            }
        }
    });

    [Fact]
    public void Factors_count_what_stays_and_say_what_is_unknown()
    {
        RegisteredParcel[] parcels = [new("P1", 500, "", "", "")];
        var project = Registers.Entry("A1-1", "A1", parcels) with { Claims = [new("B1", 1, 0), new("B2", 0.5, 0)], FiscalCoefficient = 0.8 };
        var register = new RenewalRegister(
            [Registers.Entry("A1", "A1", parcels), project, Registers.Entry("A1-2", "A1", parcels, RegisterState.Exited)],
            [new AreaBaseline("A1", Registers.Day, 1, [Registers.Building("B1", "P1", 900), Registers.Building("B2", "P1", 800), Registers.Building("B3", "P1", 700, null), Registers.Building("B4", "P9", 1)])]);

        var factors = Assert.Single(FundingFactors.Of(register));

        Assert.Equal((new KnownSum(1100, 0), 2, new KnownSum(10, 1), new KnownSum(30, 1)), (factors.FloorAreaM2, factors.Buildings, factors.Households, factors.People));
        Assert.Equal(0.8, factors.Project.FiscalCoefficient);
        Assert.Contains("非补助额", FundingFactors.Label, StringComparison.Ordinal);
    }
}
