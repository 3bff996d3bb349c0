namespace CityRenewal.Geo.Land;

/// <summary>
/// Who may see a layer, and what is made of it; the higher includes the lower. It is what people declare, and is never
/// inferred: nothing becomes public by itself.
/// </summary>
public enum Classification : byte
{
    /// <summary>Public 公开.</summary>
    Public = 0,

    /// <summary>Internal 内部资料: where nothing is declared.</summary>
    Internal = 1,

    /// <summary>Confidential 秘密.</summary>
    Confidential = 2,

    /// <summary>Secret 机密.</summary>
    Secret = 3,
}
