using System.Collections.Immutable;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Compliance;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;
using CsCheck;

namespace CityRenewal.Geo.Tests.Editing;

/// <summary>A session that splits in place shows what a session on the split city, prepared anew, shows.</summary>
public class LocalSplitSessionTests
{
    // Rules of every kind that a split may touch: shares of floor area, land in a layer with strips, the boundary, districts.
    private static readonly RulePack Pack = new()
    {
        Id = "test", Version = "1", Title = "test", TitleChinese = "测试", Hash = "", Sources = [],
        Parameters = new Dictionary<string, PackParameter>
        {
            ["most"] = new("most", "most", "上限", RuleUnit.Ratio, 0.2, false, ""),
            ["none"] = new("none", "none", "零", RuleUnit.SquareMetre, 0, false, ""),
            ["strip"] = new("strip", "strip", "条带", RuleUnit.Metre, null, false, ""),
        },
        Rules =
        [
            Rule("demolition", new ShareTest(
                new Term(Quantity.FloorArea, "", [new DemolitionCondition(DemolitionPart.Elective)]), new Term(Quantity.FloorArea, "", []), "most", LimitSense.AtMost, [])),
            Rule("red_line", new SumTest(new Term(Quantity.LandIn, "ecological_red_line", []), "none", LimitSense.AtMost, "strip")),
            Rule("inside", new InsideTest("strip")),
            Rule("districts", new WholeTest()),
        ],
    };

    private static PackRule Rule(string id, RuleTest test) => new()
    {
        Id = id, Title = id, TitleChinese = id, Scopes = [RuleScope.Area], Strength = RuleStrength.Must, Citation = new Citation("text", ""), Test = test,
    };

    [Fact]
    public void Every_number_and_verdict_after_splits_undo_and_redo_is_that_of_the_split_city_prepared_anew()
    {
        var splits = 0;
        Gen.Int[1, 10_000].Sample(seed => splits += Work(seed), iter: 4, threads: 1);
        Assert.True(splits >= 16, $"{splits} splits");
    }

    private static int Work(int seed)
    {
        var random = new Random(seed);
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(900, seed)), new AssemblyOptions { BaselineYear = 2026 }).City);
        var plan = work.Propose(new ProposalOptions(), pack: Pack);
        var session = PlanEditing.Open(work, plan);
        var (first, splits) = (session.Ground, 0);
        for (var step = 0; step < 14 && session.Areas.Count > 0; step++)
        {
            var area = session.Areas[random.Next(session.Areas.Count)].Area;
            var parcel = area.Parcels[random.Next(area.Parcels.Count)];
            try
            {
                switch (random.Next(6))
                {
                    case 0 when session.CanUndo:
                        session.Undo();
                        break;
                    case 1 when session.CanRedo:
                        session.Redo();
                        break;
                    case 2:
                        session.Do($"remove {area.Id} \"{session.City.Parcels.Ids[parcel]}\"");
                        break;
                    case 3 when step > 8:
                        session.Do($"resolve {area.Id}");
                        break;
                    default:
                        session.Apply(new SplitParcel(session.City.Parcels.Ids[parcel], LineThrough(session, parcel, random)));
                        splits++;
                        break;
                }
            }
            catch (EditException)
            {
                continue; // the line missed, or the area would vanish
            }

            AssertAnew(session, first);
        }

        return splits;
    }

    private static void AssertAnew(EditSession session, EditGround first)
    {
        ImmutableList<ParcelCut> cuts = session.State.Cuts;
        var whole = cuts.IsEmpty ? first : GroundShelf.Whole(first, cuts);
        session.Ground.Locks.CopyTo(whole.Locks, 0);
        var reader = new AreaReader(whole);
        foreach (var area in session.Areas)
        {
            var anew = reader.Read(area.Area.Id, session.State.Areas[area.Area.Id], session.State);
            Assert.Equal(EditDump.Of(anew, face => LandDump.Face(whole.Plan.Fabric, face)), EditDump.Of(area, face => LandDump.Face(session.Ground.Plan.Fabric, face)));
        }

        Assert.Equal(whole.Need.Scores.ToArray(), session.Ground.Need.Scores.ToArray());
        Assert.Equal(whole.Plan.NetAreas, session.Ground.Plan.NetAreas);
        Assert.Equal(whole.Plan.HomeParcels, session.Ground.Plan.HomeParcels);
        Assert.Equal(whole.Membership.Reasons, session.Ground.Membership.Reasons);
        Assert.Equal(whole.Membership.Groups, session.Ground.Membership.Groups);
        var everybody = Enumerable.Range(0, whole.City.Parcels.Count).ToArray();
        Assert.Equal(
            whole.Streets.Of(everybody, [.. everybody]).Select(face => LandDump.Face(whole.Plan.Fabric, face)).Order(StringComparer.Ordinal),
            session.Ground.Streets.Of(everybody, [.. everybody]).Select(face => LandDump.Face(session.Ground.Plan.Fabric, face)).Order(StringComparer.Ordinal));
        Assert.All(Enumerable.Range(0, whole.City.Parcels.Count), row => Assert.True(session.Ground.Parcels.TryFind(whole.City.Parcels.Ids[row], out var found) && found == row));
    }

    private static IReadOnlyList<(double X, double Y)> LineThrough(EditSession session, int parcel, Random random)
    {
        var box = session.City.Parcels.Shapes.BoxOf(parcel);
        var (sin, cos) = Math.SinCos(random.NextDouble() * Math.PI);
        double x = box.MinX + ((0.3 + (0.4 * random.NextDouble())) * (box.MaxX - (double)box.MinX)), y = box.MinY + ((0.3 + (0.4 * random.NextDouble())) * (box.MaxY - (double)box.MinY));
        double[] east = new double[2], north = new double[2];
        PlaneTransform.Between(session.City.Epsg, session.City.Plane).FromGrid(
            [(int)(x - (4e6 * cos)), (int)(x + (4e6 * cos))], [(int)(y - (4e6 * sin)), (int)(y + (4e6 * sin))], east, north);
        return [(east[0], north[0]), (east[1], north[1])];
    }
}
