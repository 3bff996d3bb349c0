namespace CityRenewal.Geo.Fabric;

/// <summary>The ledger after some faces went and others came: its sums are integers, so the change is exact.</summary>
internal static class LedgerChange
{
    /// <summary>The ledger of a fabric whose study area was given; its outline is as before.</summary>
    public static AreaLedger Of(
        AreaLedger ledger, FabricColumns columns, (FabricReading Before, FabricReading After) windows, (HashSet<int> Gone, List<int> Come) faces)
    {
        Int128[] change = new Int128[6];
        Int128 outside = 0;
        void Add(FabricColumns of, int face, int sign)
        {
            if (of.FaceInStudyArea[face])
            {
                change[(int)of.FaceKinds[face]] += sign * (Int128)of.TwiceArea[face];
            }
            else if (of.FaceParcel[face] >= 0)
            {
                outside += sign * (Int128)of.TwiceArea[face];
            }
        }

        foreach (var face in faces.Gone)
        {
            Add(windows.Before.Columns, face, -1);
        }

        faces.Come.ForEach(face => Add(windows.After.Columns, face, 1));
        var given = windows.After.TwiceGivenArea - windows.Before.TwiceGivenArea;
        return ledger with
        {
            TwiceStudyArea = ledger.TwiceStudyArea + given,
            TwiceNodingGain = ledger.TwiceNodingGain + given,
            TwiceParcels = ledger.TwiceParcels + change[(int)FaceKind.Parcel],
            TwiceStreets = ledger.TwiceStreets + change[(int)FaceKind.Street],
            TwiceWater = ledger.TwiceWater + change[(int)FaceKind.Water],
            TwiceVoids = ledger.TwiceVoids + change[(int)FaceKind.Void],
            TwiceOverlaps = ledger.TwiceOverlaps + change[(int)FaceKind.Overlap],
            TwiceParcelsOutside = ledger.TwiceParcelsOutside + outside,
            GainedM2 = columns.GainedM2.Sum(),
            LostM2 = columns.LostM2.Sum(),
            OverlappingParcels = ledger.OverlappingParcels + windows.After.OverlappingCount - windows.Before.OverlappingCount,
        };
    }
}
