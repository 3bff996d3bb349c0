using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Tests.Metrics;
using CsCheck;

namespace CityRenewal.Geo.Tests.Compliance;

/// <summary>What every feature gave sums to what is said was measured, for every kind that is a sum or a share.</summary>
public class EvidenceSumTests
{
    private static readonly Gen<House> Houses = Gen.Select(
        Gen.Int[0, 2], Gen.OneOf(Gen.Double[1, 5000], Gen.Const(double.NaN)), Gen.Int[1950, 2025], Gen.Int[0, 4],
        (parcel, floorArea, year, grade) => new House(parcel, floorArea)
        {
            YearBuilt = year % 7 == 0 ? Unknown.Integer : year, Danger = (DangerGrade)grade, Households = year % 5 == 0 ? Unknown.Integer : year % 40,
            Storeys = 1 + (year % 6), Use = year % 3 == 0 ? null : "residential",
        });

    private static readonly Condition[] OfBuildings =
    [
        new AgeCondition(30, null), new DangerCondition([DangerGrade.C, DangerGrade.D]), new DemolitionCondition(DemolitionPart.Elective),
        new DemolitionCondition(DemolitionPart.NotExempt), new StoreyCondition(null, 2), new ExceptCondition([new AgeCondition(null, 20)]),
        new WordCondition(WordAttribute.Use, ["residential"]), new InLayerCondition("historic_core", 1),
    ];

    private static readonly Condition[] OfParcels =
        [new InLayerCondition("historic_core", 100), new ChangeCondition(true), new SizeCondition(20_000), new ExceptCondition([new ChangeCondition(true)])];

    private static readonly Gen<Term> Terms = Gen.Select(
        Gen.Int[0, 8], Gen.Int[0, 7].Array[0, 2], (quantity, conditions) =>
        {
            var isOfBuildings = quantity <= (int)Quantity.FootprintIn;
            var among = isOfBuildings ? OfBuildings : OfParcels;
            var layer = (Quantity)quantity is Quantity.FootprintIn or Quantity.LandIn ? "historic_core" : "";
            return new Term((Quantity)quantity, layer, [.. conditions.Select(i => among[i % among.Length]).Distinct()]);
        });

    [Fact]
    public void The_parts_of_a_share_sum_to_both_sides_of_its_line() =>
        Gen.Select(Houses.Array[1, 8], Terms, Terms).Sample((houses, above, below) =>
        {
            var found = Town(houses).Rule(new ShareTest(above, below, "ratio", LimitSense.AtMost, [])).Judge(3, Goes(houses)).Judgement.Evidence;

            Near(found.Numerator!.Value, found.Parts.Sum(part => part.Above));
            Near(found.Denominator!.Value, found.Parts.Sum(part => part.Below));
        });

    [Fact]
    public void The_parts_of_a_sum_sum_to_it_and_strips_are_apart() =>
        Gen.Select(Houses.Array[1, 8], Terms).Sample((houses, term) =>
        {
            var found = Town(houses).Rule(new SumTest(term, "none", LimitSense.AtMost, "strip")).Judge(3, Goes(houses)).Judgement.Evidence;

            Near(found.Numerator!.Value, found.Parts.Sum(part => part.Above));
            Assert.DoesNotContain(found.Strips, strip => found.Parts.Any(part => !part.IsBuilding && part.Row == strip.Parcel));
            Assert.All(found.Strips, strip => Assert.InRange(strip.WidthM, 0, 1));
        });

    // The core zone reaches 0.8 m into p0 and 50 m into p2.
    private static RuleTown Town(House[] houses) => new RuleTown(3) { Houses = houses }
        .Zone(LayerNames.HistoricZones, "core", -10, 0.8).Zone(LayerNames.HistoricZones, "core", 250, 310)
        .Zone(LayerNames.Udb, "concentrated", -200, 900)
        .Parameter("ratio", 0.5).Parameter("none", 0, RuleUnit.SquareMetre).Parameter("strip", 1, RuleUnit.Metre);

    private static BuildingDisposition[] Goes(House[] houses) =>
        [.. houses.Select((_, i) => i % 3 == 0 ? Quarter.Elective(i) : i % 3 == 1 ? Quarter.Exempt(i) : Quarter.Retain(i))];

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - (1e-9 * (1 + expected)), expected + (1e-9 * (1 + expected)));
}
