namespace CityRenewal.Geo.Need;

/// <summary>The parts of the need score (更新需求参考分), in the order in which they are summed and shown.</summary>
public enum NeedPart
{
    /// <summary>Age of the buildings 房龄.</summary>
    Age = 0,

    /// <summary>Danger grades of the buildings 危险等级.</summary>
    Danger = 1,

    /// <summary>Share of the land that they cover 建筑密度.</summary>
    Density = 2,

    /// <summary>What they are built of 建筑结构.</summary>
    Structure = 3,

    /// <summary>Shortage of facilities by the city health check 设施缺口.</summary>
    Facilities = 4,

    /// <summary>Years since an earlier renewal 既往更新; says something about renewed buildings only.</summary>
    EarlierRenewal = 5,
}
