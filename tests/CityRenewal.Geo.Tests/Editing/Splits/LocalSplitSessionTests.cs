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

    [Fact]
    public void Areas_that_a_split_does_not_reach_are_not_read_again()
    {
        var random = new Random(3);
        var work = new CityWork(CityAssembly.From(SampleCity.Of(new SampleOptions(2_000, 3)), new AssemblyOptions { BaselineYear = 2026 }).City);
        var session = PlanEditing.Open(work, work.Propose(new ProposalOptions(), pack: Pack));
        int same = 0, splits = 0;
        for (var tries = 0; tries < 60 && splits < 20; tries++)
        {
            var before = session.Areas.ToDictionary(area => area.Area.Id);
            var area = session.Areas[random.Next(session.Areas.Count)].Area;
            var parcel = area.Parcels[random.Next(area.Parcels.Count)];
            try
            {
                session.Apply(new SplitParcel(session.City.Parcels.Ids[parcel], LineThrough(session, parcel, random)));
            }
            catch (EditException)
            {
                continue; // the line missed
            }

            splits++;
            same += session.Areas.Count(now => ReferenceEquals(now, before[now.Area.Id])) * 2 >= session.Areas.Count ? 1 : 0;
            session.Undo();
        }

        // Where the whole city has to be read, and where a historic district changes, all or many areas are read.
        Assert.True(splits == 20 && same >= 17, $"after {same} of {splits} splits most areas stayed as they were read");
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
        Assert.Equal(whole.Membership.Units, session.Ground.Membership.Units);
        Assert.Equal(whole.Membership.KeptOutBy, session.Ground.Membership.KeptOutBy);
        Assert.Equal(whole.Unlocked.Reasons, session.Ground.Unlocked.Reasons);
        Assert.Equal(whole.Unlocked.Groups, session.Ground.Unlocked.Groups);
        var everybody = Enumerable.Range(0, whole.City.Parcels.Count).ToArray();
        Assert.Equal(
            whole.Streets.Of(everybody, [.. everybody]).Select(face => LandDump.Face(whole.Plan.Fabric, face)).Order(StringComparer.Ordinal),
            session.Ground.Streets.Of(everybody, [.. everybody]).Select(face => LandDump.Face(session.Ground.Plan.Fabric, face)).Order(StringComparer.Ordinal));
        AssertJudgedOnTheSame(whole, session.Ground);
        Assert.All(everybody, row => Assert.Equal(session.Areas.FirstOrDefault(area => area.Area.Parcels.Contains(row))?.Area.Id, session.OwnerOf(row)));
        Assert.All(everybody, row => Assert.Equal(
            whole.Around.StripsOf(row).ToArray().Select(face => LandDump.Face(whole.Plan.Fabric, face)).Order(StringComparer.Ordinal),
            session.Ground.Around.StripsOf(row).ToArray().Select(face => LandDump.Face(session.Ground.Plan.Fabric, face)).Order(StringComparer.Ordinal)));
        Assert.All(everybody, row => Assert.True(session.Ground.Parcels.TryFind(whole.City.Parcels.Ids[row], out var found) && found == row));
    }

    private static void AssertJudgedOnTheSame(EditGround whole, EditGround now)
    {
        var (anew, told) = (whole.Book!.Ground, now.Book!.Ground);
        Assert.Equal(anew.Tolerances.Value.Pairs, told.Tolerances.Value.Pairs);
        Assert.Equal(anew.Districts.Names, told.Districts.Names);
        Assert.All(Enumerable.Range(0, whole.City.Parcels.Count), row => Assert.Equal(anew.Districts.DistrictOf(row), told.Districts.DistrictOf(row)));
        Assert.All(Enumerable.Range(0, anew.Districts.Names.Count), district => Assert.Equal(anew.Districts.ParcelsOf(district), told.Districts.ParcelsOf(district)));
        Assert.Equal(whole.Plan.Graph.NeighbourStart.ToArray(), now.Plan.Graph.NeighbourStart.ToArray());
        Assert.Equal(whole.Plan.Graph.Neighbours.ToArray(), now.Plan.Graph.Neighbours.ToArray());
        Assert.Equal(whole.Plan.Graph.NeighbourPairs.ToArray(), now.Plan.Graph.NeighbourPairs.ToArray());
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
