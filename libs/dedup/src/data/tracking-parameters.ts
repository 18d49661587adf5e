/** Query parameters that say where a reader came from or how a page is shown, never which article it is. */
export const TRACKING_PARAMETERS: ReadonlySet<string> = new Set([
  'fbclid', 'gclid', 'gclsrc', 'dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'twclid', 'ttclid', 'igshid', 'igsh', 'li_fat_id',
  'mc_cid', 'mc_eid', 'mkt_tok', 'ref', 'ref_src', 'ref_url', 'referrer', 'referer', 'source', 'src', 'cmp', 'cmpid', 'cid',
  'icid', 'ncid', 'ocid', 'spm', 'scid', 'smid', 'smtyp', 'sref', 'sr_share', 'share', 'shared', 'ss_source',
  'ss_campaign_id', 'partner', 'ito', 'ftag', 'cn', 'ns_campaign', 'ns_mchannel', 'ns_source', 'ns_linkname', 'at_medium',
  'at_campaign', 'at_link_id', 'at_link_type', 'at_link_origin', 'at_format', 'at_ptr_name', 'at_bbc_team', 'xtor',
  'wt_mc', 'wtmc', 'wt.mc_id', 'taid', 'trk', 'trkcampaign', '_ga', '_gl', '_hsenc', '_hsmi', 'hsctatracking', 'vero_id',
  'vero_conv', 'oly_anon_id', 'oly_enc_id', 'rb_clickid', 's_cid', 'mbid', 'soc_src', 'soc_trk', 'guccounter',
  'guce_referrer', 'guce_referrer_sig', 'ceid', 'amp', 'amp_js_v', 'amp_gsa', 'outputtype', 'output', 'usqp',
  'feature', 'from', 'rss', 'feed', 'via', 'sh', 'social', 'mod', 'reflink', 'st', 'instance_id', 'campaign_id',
  'campaignid', 'segment_id', 'user_id', 'regi_id', 'emc', 'te', 'nl', 'linkid', 'ref_', 'print', 'm', 'mobile',
]);

/** Beginnings of such parameters' names. */
export const TRACKING_PREFIXES: readonly string[] = ['utm_', 'pk_', 'mtm_', 'hsa_', 'ga_', 'stm_', 'sc_', 'wt_', 'at_custom', 'itm_', 'int_', 'piwik_', 'matomo_'];
