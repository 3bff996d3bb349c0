using System.Runtime.InteropServices;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Delineation;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>What a planner must hear of the plan as a whole after an edit.</summary>
internal static class PlanTells
{
    private const int Named = 5;

    /// <summary>Nothing was changed.</summary>
    public static readonly PlanNote Unchanged = new(
        "unchanged", "Nothing better was found that keeps the limits, the rules and the locks: the plan stays as it is.",
        "未找到满足限制、规则与锁定的更优方案：方案保持不变。");

    /// <summary>Limits of the plan that it breaks, and parcels that are locked in and lie in no area.</summary>
    public static IReadOnlyList<PlanNote> Of((EditGround Ground, ParcelOwners Owners) now, IReadOnlyList<AreaBreach> broken) =>
        [.. broken.Select(breach => new PlanNote(breach.Check, breach.Text, breach.TextChinese)), .. Missed(now.Ground, now.Owners)];

    private static IReadOnlyList<PlanNote> Missed(EditGround ground, ParcelOwners owners)
    {
        var missed = new List<int>();
        ReadOnlySpan<byte> locks = MemoryMarshal.AsBytes(ground.Locks.AsSpan());
        for (var parcel = locks.IndexOf((byte)ParcelLock.In); parcel >= 0;)
        {
            if (owners[parcel] is null)
            {
                missed.Add(parcel);
            }

            var next = locks[(parcel + 1)..].IndexOf((byte)ParcelLock.In);
            parcel = next < 0 ? -1 : parcel + 1 + next;
        }

        if (missed.Count == 0)
        {
            return [];
        }

        var names = missed.Take(Named).Select(parcel => ground.City.Parcels.Ids[parcel]).ToList();
        return
        [
            new PlanNote(
                "locked_in_not_placed",
                $"{missed.Count} parcels are locked in but lie in no area: {string.Join(", ", names)}.",
                $"{missed.Count} 个锁定纳入的地块不在任何片区内：{string.Join("、", names)}。"),
        ];
    }
}
