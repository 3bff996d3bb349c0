namespace CityRenewal.Geo.Defects;

/// <summary>What can be wrong with shapes.</summary>
public static class GeometryDefects
{
    /// <summary>The feature has no geometry.</summary>
    public static readonly DefectKind NullGeometry = new(
        "null_geometry",
        Severity.Error,
        "The feature has no geometry",
        "要素没有几何",
        "Draw or deliver its outline; until then it is kept without land.",
        "补绘或补交图形;在此之前该要素不占用地。");

    /// <summary>The geometry of the feature is empty.</summary>
    public static readonly DefectKind EmptyGeometry = new(
        "empty_geometry",
        Severity.Error,
        "The geometry of the feature is empty",
        "要素几何为空",
        "Draw or deliver its outline; until then it is kept without land.",
        "补绘或补交图形;在此之前该要素不占用地。");

    /// <summary>A coordinate is not a finite number.</summary>
    public static readonly DefectKind NanCoordinate = new(
        "nan_coordinate",
        Severity.Error,
        "A coordinate is not a finite number",
        "坐标不是有限数值",
        "Give the vertex its coordinates; the feature is not guessed from the other vertices.",
        "补正该顶点坐标;系统不会用其余顶点猜测图形。");

    /// <summary>A ring does not end where it starts.</summary>
    public static readonly DefectKind UnclosedRing = new(
        "unclosed_ring",
        Severity.Warning,
        "A ring does not end where it starts",
        "环未闭合",
        "Close the ring; it is read as if a straight edge closed it.",
        "闭合该环;读取时按直线闭合处理。");

    /// <summary>A ring has fewer than three different vertices.</summary>
    public static readonly DefectKind TooFewVertices = new(
        "too_few_vertices",
        Severity.Error,
        "A ring has fewer than three different vertices",
        "环的不同顶点少于三个",
        "Draw the outline again; the ring is left out.",
        "重绘该环;读取时舍去。");

    /// <summary>A ring crosses itself.</summary>
    public static readonly DefectKind SelfIntersection = new(
        "self_intersection",
        Severity.Error,
        "A ring crosses itself",
        "环自相交",
        "Put the vertices in order; until then the feature is repaired by a stated rule and its area is uncertain.",
        "调整顶点次序;在此之前按既定规则修复,面积不确定。");

    /// <summary>A ring touches itself in a point.</summary>
    public static readonly DefectKind SelfTouch = new(
        "self_touch",
        Severity.Note,
        "A ring touches itself in a point",
        "环在一点处自接触",
        "Split the outline there if two pieces are meant.",
        "如表示两块,请在该点拆分。");

    /// <summary>A ring runs out and straight back.</summary>
    public static readonly DefectKind Spike = new(
        "spike",
        Severity.Warning,
        "A ring runs out and straight back",
        "环存在尖刺",
        "Remove the vertex at the tip; area is not touched, perimeter is.",
        "删除尖端顶点;不影响面积,影响周长。");

    /// <summary>A vertex is given twice in a row.</summary>
    public static readonly DefectKind RepeatedVertex = new(
        "repeated_vertex",
        Severity.Note,
        "A vertex is given twice in a row",
        "顶点重复",
        "Remove the repetition; no number depends on it.",
        "删除重复顶点;不影响任何数值。");

    /// <summary>A ring runs against its role.</summary>
    public static readonly DefectKind RingOrientation = new(
        "ring_orientation",
        Severity.Note,
        "A ring runs against its role",
        "环的方向与其角色不符",
        "Nothing has to be done: direction is not relied on.",
        "无需处理:系统不依赖环方向。");

    /// <summary>The outline encloses no area.</summary>
    public static readonly DefectKind ZeroArea = new(
        "zero_area",
        Severity.Error,
        "The outline encloses no area",
        "图形面积为零",
        "Draw the outline again or delete the feature.",
        "重绘图形或删除该要素。");

    /// <summary>The parcel is a sliver.</summary>
    public static readonly DefectKind Sliver = new(
        "sliver",
        Severity.Warning,
        "The parcel is a sliver",
        "地块为细碎面",
        "Merge it with its neighbour or delete it, if it is a leftover of digitising.",
        "如为数字化残留,请并入相邻地块或删除。");

    /// <summary>A hole lies outside its shell.</summary>
    public static readonly DefectKind HoleOutsideShell = new(
        "hole_outside_shell",
        Severity.Error,
        "A hole lies outside its shell",
        "内环位于外环之外",
        "Delete the hole or move it; it takes nothing off the area.",
        "删除或移正内环;该环不扣减面积。");

    /// <summary>A hole is the same as its shell.</summary>
    public static readonly DefectKind HoleEqualsShell = new(
        "hole_equals_shell",
        Severity.Error,
        "A hole is the same as its shell",
        "内环与外环相同",
        "Delete the hole; as given, nothing is left of the feature.",
        "删除内环;按现状该要素无面积。");

    /// <summary>A hole crosses its shell.</summary>
    public static readonly DefectKind HoleCrossesShell = new(
        "hole_crosses_shell",
        Severity.Error,
        "A hole crosses its shell",
        "内环与外环相交",
        "Draw the hole inside its shell.",
        "将内环修正到外环之内。");

    /// <summary>The geometry carries heights or measures.</summary>
    public static readonly DefectKind ExtraDimension = new(
        "extra_dimension",
        Severity.Note,
        "The geometry carries heights or measures",
        "图形带有高程或度量值",
        "Nothing has to be done: plan coordinates are used, z and m are left out.",
        "无需处理:仅使用平面坐标,舍去 Z、M 值。");

    /// <summary>The geometry is of another type than its layer.</summary>
    public static readonly DefectKind MixedGeometry = new(
        "mixed_geometry",
        Severity.Error,
        "The geometry is of another type than its layer",
        "几何类型与图层不符",
        "Move the feature to a layer of its own type; it is kept without a shape.",
        "移至相应类型的图层;在此之前不计其图形。");

    /// <summary>The geometry cannot be read.</summary>
    public static readonly DefectKind BrokenGeometry = new(
        "broken_geometry",
        Severity.Error,
        "The geometry cannot be read",
        "几何无法读取",
        "Repair or export the layer again with the program it came from.",
        "请用原软件修复或重新导出。");

    /// <summary>The axes of the feature are swapped.</summary>
    public static readonly DefectKind SwappedAxes = new(
        "swapped_axes",
        Severity.Error,
        "The axes of the feature are swapped",
        "要素坐标轴颠倒",
        "Swap x and y of the feature; as given it lies outside the city.",
        "交换该要素的 X、Y;按现状位于城市之外。");

    /// <summary>The feature is in degrees in a layer of metres.</summary>
    public static readonly DefectKind WrongCrsLonLat = new(
        "wrong_crs_lonlat",
        Severity.Error,
        "The feature is in degrees in a layer of metres",
        "米制图层中出现经纬度坐标",
        "Project the feature into the layer's reference system.",
        "将该要素投影到图层坐标系。");

    /// <summary>The feature lies far from all others of its layer.</summary>
    public static readonly DefectKind FarFromLayer = new(
        "far_from_layer",
        Severity.Error,
        "The feature lies far from all others of its layer",
        "要素远离本图层其他要素",
        "Check its coordinates and its reference system.",
        "检查其坐标与坐标系。");

    /// <summary>The layer lies far from the parcels.</summary>
    public static readonly DefectKind LayerFarAway = new(
        "layer_far_away",
        Severity.Error,
        "The layer lies far from the parcels",
        "图层远离地块",
        "Check the layer's reference system; give the right one in the mapping or with --crs.",
        "检查图层坐标系;在映射文件或 --crs 中给出正确的坐标系。");

    /// <summary>The outline is the same as that of another feature.</summary>
    public static readonly DefectKind DuplicateGeometry = new(
        "duplicate_geometry",
        Severity.Error,
        "The outline is the same as that of another feature",
        "图形与另一要素完全相同",
        "Delete one of the two, or give the right position if rights lie above each other.",
        "删除其一;如为立体权利请注明权利设定方式。");

    /// <summary>The outline is that of another feature with another starting vertex or direction.</summary>
    public static readonly DefectKind DuplicateRotated = new(
        "duplicate_rotated",
        Severity.Error,
        "The outline is that of another feature with another starting vertex or direction",
        "图形与另一要素相同,仅起点或方向不同",
        "Delete one of the two, or give the right position if rights lie above each other.",
        "删除其一;如为立体权利请注明权利设定方式。");

    /// <summary>The layer has no features.</summary>
    public static readonly DefectKind EmptyLayer = new(
        "empty_layer",
        Severity.Warning,
        "The layer has no features",
        "图层没有要素",
        "Deliver the layer with content, or leave it out: an absent layer is unknown, an empty one says there is nothing.",
        "请提供有内容的图层,或不提供:缺失表示未知,空图层表示没有。");
}
