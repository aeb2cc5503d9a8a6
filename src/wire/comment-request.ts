export { CommentRequest } from '../pipeline';
