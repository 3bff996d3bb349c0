using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Editing;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace CityRenewal.Geo.Tests.Editing;

/// <summary>Sessions on plans of sample cities, all stages real.</summary>
public class SampleCityEditTests
{
    private static readonly Lazy<(CityWork Work, MeasuredPlan Plan)> Town = new(() => Proposed(3_000));

    [Theory]
    [InlineData(3_000)]
    [InlineData(10_000)]
    public void A_session_begins_with_just_the_streets_and_numbers_of_the_plan(int parcels)
    {
        var (work, plan) = parcels == 3_000 ? Town.Value : Proposed(parcels);

        var session = PlanEditing.Open(work, plan);

        Assert.True(plan.Plan.Areas.Count >= 5);
        Assert.Equal(plan.Plan.Areas.Select(Text), session.Areas.Select(area => Text(area.Area)));
        Assert.Equal(plan.Plan.Objective, session.ToPlan().Plan.Objective);
        Assert.Equal(plan.Plan.Gap, session.ToPlan().Plan.Gap);
        for (var i = 0; i < session.Areas.Count; i++)
        {
            Assert.All(session.Areas[i].Measures.All, measure => Assert.Equal(plan.Measures[i][measure.Name.Wire], measure.Value));
        }
    }

    [Fact]
    public void A_parcel_is_split_in_two_that_share_its_land_and_its_floor_area()
    {
        var session = PlanEditing.Open(Town.Value.Work, Town.Value.Plan);
        var before = session.Areas[0];
        var (parcel, line) = Splittable(session, before.Area.Parcels);
        var (id, facts) = (session.City.Parcels.Ids[parcel], session.Ground.Plan.Facts);
        var (land, floor) = (facts.AreaM2[parcel], facts.FloorArea[parcel].Value);

        var change = Assert.Single(session.Apply(new SplitParcel(id, line)).Changes);

        Assert.Equal([id], change.Lost);
        Assert.Equal([$"{id}-1", $"{id}-2"], change.Gained);
        var now = session.Ground.Plan.Facts;
        int[] parts = [parcel, session.City.Parcels.Count - 1];
        Assert.Equal(land, parts.Sum(part => now.AreaM2[part]), 1e-3);
        Assert.Equal(floor, parts.Sum(part => now.FloorArea[part].Value), 1e-3 * (1 + floor));
        Assert.True(now.AreaM2[parts[0]] >= now.AreaM2[parts[1]]);
        Assert.Equal(before.Area.NetArea, change.After!.Area.NetArea, 1e-2);
        Assert.Equal(before.Area.Perimeter, change.After.Area.Perimeter, 1e-2);
        Assert.Equal(Town.Value.Work.City.Parcels.Count, Town.Value.Work.Facts().Count);
        Assert.Contains("was split in this session", session.Refusal($"lock in {id}"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_a_parcel_like_any_other_and_the_split_is_undone_to_the_last_bit()
    {
        var session = PlanEditing.Open(Town.Value.Work, Town.Value.Plan);
        var area = session.Areas[1].Area;
        var (parcel, line) = Splittable(session, area.Parcels);
        var id = session.City.Parcels.Ids[parcel];
        var before = EditDump.Of(session);

        session.Apply(new SplitParcel(id, line));
        var whole = session.Area(area.Id).Area;
        session.Do($"remove {area.Id} {id}-2");

        Assert.Equal(session.Ground.Plan.NetAreas[^1], whole.NetArea - session.Area(area.Id).Area.NetArea, 1e-6);
        Assert.Equal(area.Parcels.Count, session.Area(area.Id).Area.Parcels.Count);
        Assert.Contains(session.ToPlan().Plan.Notes, note => note.Code == "parcel_split");
        session.Undo();
        session.Undo();
        Assert.Equal(before, EditDump.Of(session));
    }

    [Fact]
    public void A_line_that_splits_nothing_or_leaves_a_sliver_is_refused()
    {
        var session = PlanEditing.Open(Town.Value.Work, Town.Value.Plan);
        var (parcel, line) = Splittable(session, session.Areas[0].Area.Parcels);
        var id = session.City.Parcels.Ids[parcel];
        var box = session.City.Parcels.Shapes.BoxOf(parcel);

        Assert.Contains(
            "does not run through", Assert.Throws<EditException>(() => session.Apply(new SplitParcel(id, [line[0], line[0] with { Y = line[0].Y + 1e-5 }]))).Message, StringComparison.Ordinal);
        Assert.Contains(
            "sliver", Assert.Throws<EditException>(() => session.Apply(new SplitParcel(id, Across(session.City, box, box.MaxY - 500)))).Message, StringComparison.Ordinal);
        Assert.Contains("no length", Assert.Throws<EditException>(() => session.Apply(new SplitParcel(id, [line[0], line[0]]))).Message, StringComparison.Ordinal);
        Assert.False(session.CanUndo);
    }

    [Fact]
    public void The_outline_is_what_another_library_unites_of_the_parcels_and_streets()
    {
        var session = PlanEditing.Open(Town.Value.Work, Town.Value.Plan);
        var id = session.Areas[0].Area.Id;
        foreach (var parcel in session.Areas[0].Area.Parcels.Take(6).ToList())
        {
            session.Do($"remove {id} \"{session.City.Parcels.Ids[parcel]}\"");
        }

        var area = session.Area(id).Area;
        var fabric = session.Ground.Plan.Fabric;
        var faces = area.Parcels.SelectMany(parcel => fabric.ParcelFaces[fabric.ParcelFaceStart[parcel]..fabric.ParcelFaceStart[parcel + 1]].ToArray()
            .Where(face => fabric.FaceParcel[face] == parcel)).Concat(area.StreetFaces);
        var united = OverlayNGRobust.Union([.. faces.Select(face => PolygonOf(Geo.Fabric.Outlines.Of(fabric, [[face]])))]);

        Assert.Equal(united.Area * 1e-8, session.Area(id).Measures["gross_area_m2"].OrNaN, 1e-6);
        Assert.Equal(united.Length * 1e-4, session.Area(id).Measures["perimeter_m"].OrNaN, 1e-6);
        Assert.Equal(united.Area / united.ConvexHull().Area, session.Area(id).Measures["convex_hull_ratio"].OrNaN, 1e-9);
    }

    [Fact]
    public void An_area_that_was_spoilt_is_solved_again_within_its_limits_and_the_others_stay()
    {
        var session = PlanEditing.Open(Town.Value.Work, Town.Value.Plan);
        var id = session.Areas[2].Area.Id;
        var best = session.Area(id);
        var others = session.Areas.Where(area => area.Area.Id != id).Select(area => Text(area.Area)).ToList();
        foreach (var parcel in best.Area.Parcels.Where((_, index) => index % 3 == 0).ToList())
        {
            session.Do($"remove {id} \"{session.City.Parcels.Ids[parcel]}\"");
        }

        var spoilt = session.Area(id);
        var report = session.Do($"resolve {id}");

        Assert.False(spoilt.IsSound);
        Assert.True(session.Area(id).IsSound);
        Assert.True(report.ObjectiveAfter > report.ObjectiveBefore);
        Assert.InRange(session.Area(id).Value, 0.9 * best.Value, double.PositiveInfinity);
        Assert.Equal(others, session.Areas.Where(area => area.Area.Id != id).Take(others.Count).Select(area => Text(area.Area)));
        session.Undo();
        Assert.Equal(Text(spoilt.Area), Text(session.Area(id).Area));
    }

    [Fact]
    public void A_parcel_locked_out_or_in_stays_so_when_its_area_is_solved_again()
    {
        var session = PlanEditing.Open(Town.Value.Work, Town.Value.Plan);
        var area = session.Areas[0].Area;
        var lost = session.City.Parcels.Ids[area.Parcels[0]];
        session.Do($"lock out {lost}");

        session.Do($"resolve {area.Id} unit");

        Assert.DoesNotContain(lost, session.Parcels(area.Id).Split(' '));
        Assert.DoesNotContain(session.Areas, each => each.Breaches.Any(breach => breach.Check == "lock"));
        Assert.Equal([lost], session.ToPlan().Plan.Options.LockedOut);
    }

    [Fact]
    public void A_sound_area_that_cannot_be_bettered_stays_as_it_is()
    {
        var session = PlanEditing.Open(Town.Value.Work, Town.Value.Plan);
        var before = EditDump.Of(session);

        var report = session.Do($"resolve {session.Areas[^1].Area.Id}");

        Assert.True(report.ObjectiveAfter >= report.ObjectiveBefore);
        Assert.Equal(report.Changes.Count == 0, EditDump.Of(session) == before);
        Assert.Equal(report.Changes.Count == 0, report.Tells.Any(told => told.Code == "unchanged"));
    }

    [Fact]
    public void The_same_edits_on_any_number_of_threads_give_the_same_bytes()
    {
        string Run(int threads)
        {
            var (work, plan) = Proposed(3_000, threads);
            var session = PlanEditing.Open(work, plan);
            var (parcel, line) = Splittable(session, session.Areas[0].Area.Parcels);
            session.Apply(new SplitParcel(session.City.Parcels.Ids[parcel], line));
            session.Do($"remove {session.Areas[1].Area.Id} {session.City.Parcels.Ids[session.Areas[1].Area.Parcels[0]]}");
            session.Do($"resolve {session.Areas[1].Area.Id}");
            return EditDump.Of(session);
        }

        Assert.Equal(Run(1), Run(2));
    }

    private static (CityWork Work, MeasuredPlan Plan) Proposed(int parcels, int threads = 0)
    {
        var city = CityAssembly.From(SampleCity.Of(new SampleOptions(parcels, 7)), new AssemblyOptions { BaselineYear = 2025 }).City;
        var work = new CityWork(city) { Threads = threads };
        return (work, work.Propose(new ProposalOptions { Threads = threads }));
    }

    /// <summary>A parcel with a building that a line through its middle splits.</summary>
    private static (int Parcel, IReadOnlyList<(double X, double Y)> Line) Splittable(EditSession session, IReadOnlyList<int> parcels)
    {
        var shares = session.Ground.Plan.Facts.BuildingShares;
        foreach (var parcel in parcels.Where(parcel => shares.BuildingsOf(parcel).Length > 0))
        {
            var box = session.City.Parcels.Shapes.BoxOf(parcel);
            var line = Across(session.City, box, (int)(((long)box.MinY + box.MaxY) / 2));
            try
            {
                session.Apply(new SplitParcel(session.City.Parcels.Ids[parcel], line));
                session.Undo();
                return (parcel, line);
            }
            catch (EditException)
            {
                // The middle of the box may lie outside, or cut in three.
            }
        }

        throw new InvalidOperationException("no parcel can be split through the middle of its box");
    }

    private static IReadOnlyList<(double X, double Y)> Across(City city, GridBox box, int y)
    {
        double[] x = new double[2], north = new double[2];
        PlaneTransform.Between(city.Epsg, city.Plane).FromGrid([box.MinX - 10_000, box.MaxX + 10_000], [y, y], x, north);
        return [(x[0], north[0]), (x[1], north[1])];
    }

    private static Polygon PolygonOf(PolygonColumns shape)
    {
        var rings = Enumerable.Range(0, shape.RingStart.Length - 1).Select(ring => new LinearRing(
            [.. Enumerable.Range(shape.RingStart[ring], shape.RingStart[ring + 1] - shape.RingStart[ring]).Select(i => new Coordinate(shape.X[i], shape.Y[i]))])).ToList();
        return new Polygon(rings[0], [.. rings.Skip(1)]);
    }

    private static string Text(RenewalArea area) =>
        $"{area.Id} {area.Unit} {string.Join(' ', area.Parcels)} | {string.Join(' ', area.StreetFaces)} | {area.GrossArea:R} {area.NetArea:R} {area.Perimeter:R} {area.Benefit:R} {area.Need:R} "
        + $"{area.NewFloorArea:R} {string.Join(' ', area.Outline.X.ToArray())} {string.Join(' ', area.Dispositions)}";
}
