using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Overlay;

/// <summary>Finds for runs of features the zones that hold them: for a block at once where one zone covers all of it.</summary>
internal sealed class ShareMeter(
    PolygonColumns shapes, FeatureBoxes boxes, (AreaGrid Grid, int[] Rows) zones, Holders? holders)
{
    private readonly ZoneMeter _meter = new(zones.Grid);
    private readonly List<ZoneArea> _found = [];

    /// <summary>Writes each feature's main zone (row of the layer, or -1); hands back those that aren't whole in one.</summary>
    public MixedShares Measure(int[] main, int start, int end)
    {
        var mixed = new MixedShares();
        for (var first = start; first < end; first += FeatureBoxes.BlockSize)
        {
            var last = Math.Min(first + FeatureBoxes.BlockSize, end);
            var block = boxes.Blocks[first / FeatureBoxes.BlockSize];
            switch (zones.Grid.CoverageOf(block, out var zone))
            {
                case Coverage.Whole:
                    Fill(main, first, last, zones.Rows[zone]);
                    break;
                case Coverage.None:
                    main.AsSpan(first, last - first).Fill(-1);
                    break;
                default:
                    Measure(main, first, last, mixed);
                    break;
            }
        }

        return mixed;
    }

    private void Fill(int[] main, int first, int last, int row)
    {
        for (var i = first; i < last; i++)
        {
            main[i] = boxes.Areas[i] > 0 ? row : -1;
        }
    }

    private void Measure(int[] main, int first, int last, MixedShares mixed)
    {
        for (var i = first; i < last; i++)
        {
            main[i] = -1;
            if (holders is not null && holders.TryCoverage(i, out _))
            {
                continue;
            }

            _found.Clear();
            _meter.Measure(shapes, i, boxes.Boxes[i], boxes.Areas[i], _found);
            main[i] = MainOf(boxes.Areas[i]);
            if (_found.Count > 1 || (_found.Count == 1 && _found[0].Area < boxes.Areas[i]))
            {
                mixed.Add(i, _found);
            }
        }
    }

    private int MainOf(double whole)
    {
        var best = -1;
        for (var i = 0; i < _found.Count; i++)
        {
            // Zones are sorted by id: a later one must be larger by more than rounding.
            if (best < 0 || _found[i].Area > _found[best].Area + AreaRule.LimitOf(whole))
            {
                best = i;
            }
        }

        return best < 0 ? -1 : zones.Rows[_found[best].Zone];
    }
}
