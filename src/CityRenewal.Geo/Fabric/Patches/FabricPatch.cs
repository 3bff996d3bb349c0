using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>
/// Puts the parts of a parcel that was split into the fabric. A window around the parcel is read before and after; what
/// differs between the two goes over into the fabric, where the window before is just as the fabric is there and all around.
/// So everything is snapped, noded, triangulated and joined to strips in the one way there is.
/// </summary>
internal sealed class FabricPatch
{
    // How far the window reaches beyond the parcel, metres: a street of open land may be wide. Two of three splits need no more than the first.
    private static readonly double[] Reaches = [60, 120, 250, 600];

    private readonly LandFabric _fabric;
    private readonly City _city;
    private readonly FabricBasis _basis;
    private readonly int _row;
    private readonly FaceView _before;
    private readonly FaceView _after;
    private readonly FabricWindow _windowBefore;
    private readonly FabricWindow _windowAfter;
    private readonly FaceView _whole;
    private readonly Dictionary<int, int> _wholeOf = []; // faces of the window before, in the fabric; -1 where they differ
    private readonly Dictionary<int, int> _kept = []; // faces of the window after, in the window before

    private FabricPatch(LandFabric fabric, (City City, int Row) split, FabricBasis basis, (FabricWindow Before, FabricWindow After) windows)
    {
        (_fabric, _basis) = (fabric, basis);
        (_city, _row) = split;
        (_windowBefore, _windowAfter) = windows;
        _before = new FaceView(windows.Before.Reading.Columns, windows.Before.Rows);
        _after = new FaceView(windows.After.Reading.Columns, windows.After.Rows);
        _whole = new FaceView(fabric.Columns, null);
    }

    /// <summary>The fabric of the city after a split; null where the split reaches farther than a window, so that all has to be read again.</summary>
    /// <param name="before">The city before, with its fabric and the boxes of its parcels.</param>
    /// <param name="city">The city after: one parcel has another shape, further parcels are its last rows.</param>
    /// <param name="row">The parcel.</param>
    /// <param name="cancel">Ends the work.</param>
    public static PatchedFabric? Of((City City, LandFabric Fabric, FeatureBoxes Boxes) before, City city, int row, CancellationToken cancel)
    {
        if (before.Fabric.Basis is not { } basis)
        {
            return null;
        }

        var extent = ExtentAfter(basis, before.City, city, row);
        if (extent.CellShift(basis.ToleranceOn(city.Plane)) != basis.Extent.CellShift(basis.ToleranceOn(city.Plane)))
        {
            return null; // everything would be numbered otherwise
        }

        foreach (var reach in Reaches)
        {
            int[] rows = [.. before.Boxes.RowsMeeting(before.Boxes.Boxes[row].Around((int)(reach * city.Plane.UnitsPerMetre)))];
            int[] after = [.. rows, .. Enumerable.Range(before.City.Parcels.Count, city.Parcels.Count - before.City.Parcels.Count)];
            var windows = (FabricWindow.Of(before.City, rows, basis, cancel), FabricWindow.Of(city, after, basis, cancel));
            if (new FabricPatch(before.Fabric, (city, row), basis with { Extent = extent }, windows).Put(cancel) is { } patched)
            {
                return patched;
            }
        }

        return null;
    }

    private static LineworkExtent ExtentAfter(FabricBasis basis, City before, City city, int row)
    {
        var extent = basis.Extent;
        var was = ExtentOf(before, row);
        extent = extent with { EdgeCount = extent.EdgeCount - was.EdgeCount, LengthSum = extent.LengthSum - was.LengthSum };
        foreach (var part in Enumerable.Range(before.Parcels.Count, city.Parcels.Count - before.Parcels.Count).Prepend(row))
        {
            var now = ExtentOf(city, part);
            extent = extent with { EdgeCount = extent.EdgeCount + now.EdgeCount, LengthSum = extent.LengthSum + now.LengthSum };
        }

        return extent;
    }

    private static LineworkExtent ExtentOf(City city, int row) =>
        LineworkExtent.Of(new LineworkChunk(new LineworkLayer(city.Parcels.Shapes, LineworkRole.Land, 0, []), row, row + 1));

    private PatchedFabric? Put(CancellationToken cancel)
    {
        for (var face = 1; face < _before.Columns.FaceKinds.Length; face++)
        {
            _before.Know(face);
        }

        for (var face = 1; face < _after.Columns.FaceKinds.Length; face++)
        {
            _after.Know(face);
        }

        KnowWhole();
        var gone = Enumerable.Range(1, _before.Columns.FaceKinds.Length - 1).ToHashSet();
        var come = new List<int>();
        for (var face = 1; face < _after.Columns.FaceKinds.Length; face++)
        {
            var twin = _after.TwinIn(_before, face);
            if (twin >= 0)
            {
                _kept[face] = twin;
                gone.Remove(twin);
            }
            else
            {
                come.Add(face);
            }
        }

        cancel.ThrowIfCancellationRequested();
        return AreInTheFabric(gone) && IsLocal(come)
            ? new FaceExchange(_fabric, (_before, _after, _whole), (gone, come)) is { IsPossible: true } exchange ? Finish(exchange) : null
            : null;
    }

    // The faces of the window's parcels, and two steps of open land from them.
    private void KnowWhole()
    {
        var columns = _fabric.Columns;
        var seen = new HashSet<int>();
        var edge = new List<int>();
        foreach (var row in _windowBefore.Rows)
        {
            edge.AddRange(columns.ParcelFaces[columns.ParcelFaceStart[row]..columns.ParcelFaceStart[row + 1]]);
        }

        for (var step = 0; step < 3; step++)
        {
            var next = new List<int>();
            foreach (var face in edge)
            {
                if (face != 0 && seen.Add(face))
                {
                    _whole.Know(face);
                    foreach (var h in step < 2 ? _whole.HalvesOf(face) : [])
                    {
                        next.Add(columns.Graph.Face[h ^ 1]);
                    }
                }
            }

            edge = next;
        }
    }

    // What goes is in the fabric just as in the window, and so is all that it borders.
    private bool AreInTheFabric(HashSet<int> gone)
    {
        var isAssumed = _basis.Study.Source == StudyAreaSource.Assumed;
        foreach (var face in gone)
        {
            if (WholeOf(face) < 0)
            {
                return false;
            }

            foreach (var h in _before.HalvesOf(face))
            {
                if (!AreAllAround(h))
                {
                    return false;
                }

                var other = _before.Columns.Graph.Face[h ^ 1];
                if (other == 0)
                {
                    var there = _whole.Find(_before.KeyOf(h));
                    if (isAssumed || there < 0 || _fabric.Columns.Graph.Face[there ^ 1] != 0)
                    {
                        return false;
                    }
                }
                else if (WholeOf(other) < 0 && !IsBeyondWater(h))
                {
                    return false;
                }
            }
        }

        return true;
    }

    // The first borders around a corner of open land tell who is faced there: one may be of a parcel beyond the window that
    // touches nothing but the corner.
    private bool AreAllAround(int h)
    {
        var (here, whole) = (_before.Columns, _fabric.Columns);
        int start = _whole.Find(_before.KeyOf(h)), around = start;
        do
        {
            foreach (var side in (ReadOnlySpan<int>)[around, around ^ 1])
            {
                var row = whole.FaceParcel[whole.Graph.Face[side]];
                if (row >= 0 && (_before.Find(_whole.KeyOf(side)) is not (>= 0 and var there) || _before.RowOf(here.FaceParcel[here.Graph.Face[there]]) != row))
                {
                    return false;
                }
            }

            around = whole.Graph.Next[around ^ 1];
        }
        while (around != start);
        return true;
    }

    // Water and land outside may reach far out of the window: nothing there is triangulated, and its edge is the same. Where
    // the study area is assumed, land outside is wide open land: its triangles tell which diagonal the edge beside it is.
    private bool IsBeyondWater(int h)
    {
        var there = _whole.Find(_before.KeyOf(h));
        var (here, whole) = (_before.Columns, _fabric.Columns);
        int other = here.Graph.Face[h ^ 1], face = there < 0 ? 0 : whole.Graph.Face[there ^ 1];
        var isClosed = here.FaceKinds[other] == FaceKind.Water || (here.FaceKinds[other] == FaceKind.Outside && _basis.Study.Source != StudyAreaSource.Assumed);
        return there >= 0 && isClosed && here.FaceKinds[other] == whole.FaceKinds[face]
            && here.FaceInStudyArea[other] == whole.FaceInStudyArea[face] && _kept.ContainsValue(other);
    }

    private int WholeOf(int face)
    {
        if (!_wholeOf.TryGetValue(face, out var whole))
        {
            _wholeOf[face] = whole = _before.TwinIn(_whole, face);
        }

        return whole;
    }

    // No border of the unbounded face is cut, and nobody gains or loses its land altogether.
    private bool IsLocal(List<int> come)
    {
        foreach (var h in come.SelectMany(_after.HalvesOf))
        {
            if (_after.Columns.Graph.Face[h ^ 1] == 0 && (_before.Find(_after.KeyOf(h)) is var was && (was < 0 || _before.Columns.Graph.Face[was ^ 1] != 0)))
            {
                return false;
            }
        }

        for (var i = 0; i < _windowAfter.Rows.Length; i++)
        {
            var isNew = i >= _windowBefore.Rows.Length;
            if (HasFaces(_after, i) != (isNew ? _city.Parcels.Position[_windowAfter.Rows[i]] == RightsPosition.Surface : HasFaces(_before, i)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasFaces(FaceView view, int parcel) => view.Columns.ParcelFaceStart[parcel] < view.Columns.ParcelFaceStart[parcel + 1];

    private PatchedFabric? Finish(FaceExchange exchange)
    {
        var old = _fabric.Columns;
        var count = _city.Parcels.Count;
        var gained = Grown(old.GainedM2, count);
        var lost = Grown(old.LostM2, count);
        var faces = new Dictionary<int, int[]>();
        for (var i = 0; i < _windowAfter.Rows.Length; i++)
        {
            var row = _windowAfter.Rows[i];
            var (now, was) = (_after.Columns, _before.Columns);
            var isKnown = i < _windowBefore.Rows.Length;
            if (!isKnown || !now.GainedM2[i].Equals(was.GainedM2[i]) || !now.LostM2[i].Equals(was.LostM2[i]))
            {
                if (isKnown && (!was.GainedM2[i].Equals(old.GainedM2[row]) || !was.LostM2[i].Equals(old.LostM2[row])))
                {
                    return null;
                }

                (gained[row], lost[row]) = (now.GainedM2[i], now.LostM2[i]);
            }

            int[] own = now.ParcelFaces[now.ParcelFaceStart[i]..now.ParcelFaceStart[i + 1]];
            if (!isKnown || Array.Exists(own, face => !_kept.ContainsKey(face)) || own.Length != was.ParcelFaceStart[i + 1] - was.ParcelFaceStart[i])
            {
                int[] mapped = Array.ConvertAll(own, face => exchange.FaceOf.TryGetValue(face, out var come) ? come : WholeOf(_kept[face]));
                if (mapped.Contains(-1))
                {
                    return null;
                }

                faces[row] = mapped;
            }
        }

        var (start, values) = CompressedRows.With(old.ParcelFaceStart, old.ParcelFaces, faces, count);
        var columns = exchange.ToColumns((start, values), (gained, lost));
        return new PatchedFabric(FabricOf(columns, exchange), exchange.Faces, exchange.Changed);
    }

    private LandFabric FabricOf(FabricColumns columns, FaceExchange exchange)
    {
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = _basis.Options.Threads > 0 ? _basis.Options.Threads : -1 };
        var (before, after) = (_windowBefore.Reading, _windowAfter.Reading);
        return new LandFabric(columns)
        {
            Plane = _fabric.Plane,
            Basis = _basis,
            Ledger = LedgerChange.Of(_fabric.Ledger, columns, (before, after), exchange.Exchanged) is var ledger && _basis.Study.Source == StudyAreaSource.Assumed
                ? LedgerEntries.Of(columns, ledger.TwiceStudyArea, (_fabric.Plane, _basis.Study, ledger.OverlappingParcels))
                : ledger,
            StackedRights = IsUnderRights() ? StackedRightSearch.Of(_city, parallel) : _fabric.StackedRights,
            UnusableShapes = _fabric.UnusableShapes,
        };
    }

    // The parts lie in the box of the parcel: rights that do not meet it have no part in them.
    private bool IsUnderRights()
    {
        var (shapes, rights) = (_city.Parcels.Shapes, _fabric.StackedRights.Select(stacked => stacked.Right).Distinct());
        var box = Enumerable.Range(_fabric.ParcelCount, shapes.Count - _fabric.ParcelCount).Aggregate(shapes.BoxOf(_row), (all, part) => all.With(shapes.BoxOf(part)));
        return rights.Any(right => shapes.BoxOf(right).Meets(box));
    }

    private static double[] Grown(double[] values, int count)
    {
        var grown = new double[count];
        values.CopyTo(grown, 0);
        return grown;
    }
}
